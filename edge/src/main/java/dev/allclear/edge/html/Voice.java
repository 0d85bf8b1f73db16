package dev.allclear.edge.html;

import dev.allclear.incident.IncidentId;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.page.Page;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicPage;
import dev.allclear.status.ComponentId;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.PageNames;
import dev.allclear.wording.Times;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// How one page speaks to the readers of one language: its words, its times in the page's zone, its links.
public final class Voice {

    private final Page page;
    private final URI base;
    private final Phrases phrases;
    private final Times times;
    private final Markdown markdown;

    Voice(Page page, URI base, Language language, Markdown markdown) {
        this.page = page;
        this.base = base;
        this.phrases = Languages.phrases(language);
        this.times = new Times(language, page.zone());
        this.markdown = markdown;
    }

    public Page page() {
        return page;
    }

    public Language language() {
        return phrases.language();
    }

    public String tag() {
        return phrases.language().tag();
    }

    public String say(String key) {
        return phrases.get(key);
    }

    public String say(String key, Object... namesAndValues) {
        return phrases.get(key, namesAndValues);
    }

    public String count(String key, long count) {
        return phrases.count(key, count);
    }

    /// When we last knew that all of this is true; empty as long as it is.
    public String unsure(PublicPage shown) {
        return shown.confirmed() ? "" : say("page.unsure-since", "time", full(shown.asOf()));
    }

    /// A phrase around something that is more than text.
    public record Around(String before, String after) {}

    /// The phrase, parted where `{time}` stands.
    public Around around(String key, Object... namesAndValues) {
        var all = new Object[namesAndValues.length + 2];
        System.arraycopy(namesAndValues, 0, all, 0, namesAndValues.length);
        all[namesAndValues.length] = "time";
        all[namesAndValues.length + 1] = "\u0000";
        var parts = phrases.get(key, all).split("\u0000", 2);
        return new Around(parts[0], parts.length == 2 ? parts[1] : "");
    }

    /// `A`, `A and B`, `A, B and C`.
    public String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        var last = words.getLast();
        return phrases.get(
                "page.list-and", "first", String.join(", ", words.subList(0, words.size() - 1)), "last", last);
    }

    public List<PublicMaintenance.Fact> facts(PublicMaintenance work) {
        return work.facts(phrases);
    }

    public SafeHtml said(PublicMaintenance.PublicNotice notice) {
        return text(notice.words(phrases));
    }

    public SafeHtml text(String source) {
        return new SafeHtml(markdown.html(source));
    }

    /// The same without the paragraph around it, when it is a single one.
    public SafeHtml inline(String source) {
        var html = markdown.html(source).strip();
        var isSingle = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p>", 3) < 0;
        return new SafeHtml(isSingle ? html.substring(3, html.length() - 4) : html);
    }

    /// `Fernhill status`
    public String title() {
        return saysStatus() ? page.name() : phrases.get("page.title", "company", page.name());
    }

    /// `Card payments fail – Fernhill status`
    public String title(String what) {
        return phrases.get("page.titled", "what", what, "page", title());
    }

    /// Whether the page's name says "status" itself.
    public boolean saysStatus() {
        return PageNames.saysStatus(page.name());
    }

    public String full(Instant at) {
        return kept(times.full(at));
    }

    public String time(Instant at) {
        return kept(times.timeWithZone(at));
    }

    /// The zone never stands alone on the next line.
    private static String kept(String time) {
        var last = time.lastIndexOf(' ');
        return last < 0 ? time : time.substring(0, last) + "\u00a0" + time.substring(last + 1);
    }

    /// Both ends of a window, with the day once when it is the same.
    public String range(Instant from, Instant to) {
        return times.date(from).equals(times.date(to))
                ? times.date(from) + ", " + times.time(from) + "–" + time(to)
                : full(from) + " – " + full(to);
    }

    public String day(LocalDate date) {
        return times.dayName(date);
    }

    public String date(LocalDate date) {
        return times.date(date);
    }

    public String shortDate(LocalDate date) {
        return times.shortDate(date);
    }

    public String month(YearMonth month) {
        return times.month(month);
    }

    public String shortMonth(YearMonth month) {
        return times.shortMonth(month);
    }

    public String zone() {
        return times.longZoneName();
    }

    public String length(Duration length) {
        return Times.length(length);
    }

    public String home() {
        return path() + "/";
    }

    public String incident(IncidentId id) {
        return path() + "/incidents/" + id.value();
    }

    public String maintenance(MaintenanceId id) {
        return path() + "/maintenance/" + id.value();
    }

    /// The work for a calendar, to be taken over once.
    public String event(MaintenanceId id) {
        return maintenance(id) + ".ics";
    }

    public String calendar() {
        return path() + "/calendar.ics";
    }

    /// The calendar's address by which calendar programs subscribe.
    public String webcal() {
        return "webcal://" + base.getRawAuthority() + calendar();
    }

    public String webcal(ComponentId id) {
        return "webcal://" + base.getRawAuthority() + component(id) + "/calendar.ics";
    }

    public String component(ComponentId id) {
        return path() + "/components/" + id.value();
    }

    public String expectations() {
        return path() + "/expect";
    }

    public String history() {
        return path() + "/history";
    }

    public String history(YearMonth month) {
        return path() + "/history/" + month;
    }

    public String subscribe() {
        return path() + "/subscribe";
    }

    /// A file that is the same in all languages.
    public String file(String name) {
        return root() + name;
    }

    /// The same place in another language.
    ///
    /// @param place below the language, beginning with a slash
    public String in(Language other, String place) {
        return root() + "/" + other.tag() + place;
    }

    /// What a language calls itself.
    public String nameOf(Language language) {
        return Languages.phrases(language).get("language.name");
    }

    public List<Language> languages() {
        return Languages.ALL;
    }

    private String path() {
        return root() + "/" + tag();
    }

    private String root() {
        return base.getRawPath();
    }
}
