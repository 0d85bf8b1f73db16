package dev.allclear.edge.holding;

import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.wording.Times;
import java.time.Instant;
import java.util.Optional;

/// The page in one of its languages.
public final class Part {

    private final House house;
    private final Notice notice;
    private final Phrases phrases;
    private final Times times;

    Part(House house, Notice notice, Language language) {
        this.house = house;
        this.notice = notice;
        this.phrases = Languages.phrases(language);
        this.times = new Times(language, house.zone());
    }

    public String tag() {
        return phrases.language().tag();
    }

    public String name() {
        return phrases.get("language.name");
    }

    public String direction() {
        return phrases.get("language.direction");
    }

    public String say(String key) {
        return phrases.get(key);
    }

    /// With `{company}` filled in.
    public String tell(String key) {
        return phrases.get(key, "company", house.name());
    }

    public String zone() {
        return phrases.get("page.zone", "zone", times.longZoneName());
    }

    public Optional<Message> message() {
        return Message.of(notice, phrases.language(), house.language());
    }

    /// The company's own words. Where nobody wrote them in this language, those of the page's own are better than none.
    ///
    /// @param language what they are written in
    public record Message(String text, String language) {

        static Optional<Message> of(Notice notice, Language wanted, Language fallback) {
            return Optional.ofNullable(notice.messages().get(wanted))
                    .map(text -> new Message(text, wanted.tag()))
                    .or(() -> Optional.ofNullable(notice.messages().get(fallback))
                            .map(text -> new Message(text, fallback.tag())));
        }
    }

    public Optional<Instant> until() {
        return notice.until();
    }

    /// The phrase before and after the time that it speaks of.
    public String before(String key) {
        return parted(key)[0];
    }

    public String after(String key) {
        return parted(key)[1];
    }

    private String[] parted(String key) {
        return tellAt(key, "\u0000").split("\u0000", 2);
    }

    /// With `{company}` filled in; the script fills in the time.
    public String open(String key) {
        return tellAt(key, "{time}");
    }

    private String tellAt(String key, String time) {
        return phrases.get(key, "company", house.name(), "time", time);
    }

    /// `22 Nov 2026, 14:30 CET`
    public String full(Instant at) {
        return times.full(at);
    }

    public Optional<Contact> contact() {
        return house.support();
    }

    /// Where the status page speaks this language.
    public String status() {
        return house.status() + "/" + tag() + "/";
    }
}
