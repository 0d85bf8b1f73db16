package dev.allclear.edge.html;

import dev.allclear.page.PublicPage;
import dev.allclear.status.State;
import java.util.stream.Stream;

/// The state of everything in one sentence, and the one below it.
///
/// @param sentence what a reader wants to know first
/// @param detail whose fault it is and how much still works; may be empty
public record Summary(State state, String sentence, String detail) {

    private static final int NAMED = 2;

    static Summary of(PublicPage page, Voice voice) {
        if (!page.confirmed()) {
            return new Summary(State.UNKNOWN, voice.say("page.unsure"), voice.unsure(page));
        }
        if (page.open().isEmpty() && page.allComponents().findAny().isEmpty()) {
            return new Summary(State.UNKNOWN, voice.say("page.empty"), voice.say("page.empty-why"));
        }
        return switch (page.overall()) {
            case OPERATIONAL ->
                page.open().isEmpty()
                        ? new Summary(State.OPERATIONAL, voice.say("page.good"), "")
                        : new Summary(State.OPERATIONAL, voice.say("page.good-but"), "");
            case UNDER_MAINTENANCE -> new Summary(State.UNDER_MAINTENANCE, sentence(page, voice), working(page, voice));
            case UNKNOWN -> new Summary(State.UNKNOWN, sentence(page, voice), working(page, voice));
            case DEGRADED_PERFORMANCE, PARTIAL_OUTAGE, MAJOR_OUTAGE ->
                new Summary(page.overall(), sentence(page, voice), voice.say("page.ours") + " " + working(page, voice));
        };
    }

    private static String sentence(PublicPage page, Voice voice) {
        return voice.say("page.sentence." + page.overall().key(), "what", what(page, voice));
    }

    /// The worst components by name; of a single one the regions too, when not all of them are hit.
    private static String what(PublicPage page, Voice voice) {
        var worst = page.allComponents()
                .filter(one -> one.state() == page.overall())
                .toList();
        if (worst.size() == 1) {
            var only = worst.getFirst();
            var places = only.regions().stream()
                    .filter(region -> region.state() == only.state())
                    .map(region -> region.name())
                    .toList();
            return places.isEmpty() || places.size() == only.regions().size()
                    ? only.component().name()
                    : voice.say("page.in-regions", "component", only.component().name(), "regions", voice.list(places));
        }
        var names = worst.stream().map(one -> one.component().name()).toList();
        return names.size() <= NAMED + 1
                ? voice.list(names)
                : voice.list(Stream.concat(
                                names.stream().limit(NAMED),
                                Stream.of(voice.count("page.more-components", names.size() - (long) NAMED)))
                        .toList());
    }

    private static String working(PublicPage page, Voice voice) {
        var all = page.allComponents().count();
        var good = page.allComponents()
                .filter(one -> one.state() == State.OPERATIONAL)
                .count();
        return good == 0 ? voice.say("page.none-working") : voice.say("page.working", "good", good, "all", all);
    }

    /// What the page's title in the browser says.
    String title(PublicPage page, Voice voice) {
        var first = page.open().stream().findFirst().map(incident -> incident.title());
        return first.filter(_ -> page.confirmed()).map(voice::title).orElseGet(voice::title);
    }
}
