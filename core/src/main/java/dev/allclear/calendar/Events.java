package dev.allclear.calendar;

import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.maintenance.Maintenance.Phase;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Move;
import dev.allclear.maintenance.Window;
import dev.allclear.page.Page;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicMaintenance.PublicNotice;
import dev.allclear.wording.Times;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes events of planned work, in the words of one language.
public final class Events {

    private final Page page;
    private final URI address;
    private final Phrases phrases;
    private final Times times;
    private final UnaryOperator<String> plain;

    /// @param address where the page stands
    /// @param zone whose times the description names, where they differ from the event's own
    /// @param plain turns Markdown into its words alone
    public Events(Page page, URI address, Language language, ZoneId zone, UnaryOperator<String> plain) {
        this.page = page;
        this.address = address;
        this.phrases = Languages.phrases(language);
        this.times = new Times(language, zone);
        this.plain = plain;
    }

    public Event of(PublicMaintenance work) {
        // Reminders are not said on the page: they change no event.
        var shown = work.onPage();
        return event(shown, shown.id(), shown.sequence(), start(shown), end(shown), description(shown));
    }

    /// The work with all that was planned, or cancelled, together with it. Of the others only what was said of all is
    /// known.
    public List<Event> together(PublicMaintenance work) {
        var shown = work.onPage();
        var others = shown.others().stream()
                .map(other -> event(
                        shown,
                        other.id(),
                        other.sequence(),
                        other.window().start(),
                        other.window().end(),
                        said(shown.notices().getLast())));
        return Stream.concat(Stream.of(of(work)), others).toList();
    }

    private Event event(
            PublicMaintenance shown, MaintenanceId id, long sequence, Instant start, Instant end, String words) {
        var link = URI.create(address + "/maintenance/" + id.value());
        var cancelled = shown.phase() instanceof Phase.Cancelled;
        var from = minute(start);
        return new Event(
                // The page's id stays when its host changes.
                id.value() + "@" + page.id().value(),
                sequence,
                cancelled,
                shown.notices().getLast().at(),
                shown.changedAt(),
                from,
                Optional.of(minute(end)).filter(from::isBefore),
                summary(shown, cancelled),
                words + "\n\n" + link,
                new Event.Host(page.name(), address),
                link);
    }

    /// When it began, or will.
    private static Instant start(PublicMaintenance work) {
        return switch (work.phase()) {
            case Phase.Running(var since) -> since;
            case Phase.Completed(var since, var _) -> since;
            case Phase.Scheduled _, Phase.Cancelled _ -> work.window().start();
        };
    }

    private static Instant end(PublicMaintenance work) {
        return work.phase() instanceof Phase.Completed(var _, var at)
                ? at
                : work.window().end();
    }

    /// Among all else in a calendar it must say whose work it is; some programs show nothing else of a cancelled event.
    private String summary(PublicMaintenance work, boolean cancelled) {
        var key = cancelled ? "calendar.summary-cancelled" : "calendar.summary";
        return phrases.get(key, "page", page.name(), "title", work.title());
    }

    private String description(PublicMaintenance work) {
        var blocks = new ArrayList<String>();
        blocks.add(said(work.latest()));
        if (work.notices().size() > 1) {
            blocks.add(said(work.notices().getLast()));
        }
        blocks.add(facts(work));
        return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private String said(PublicNotice notice) {
        return phrases.get("notice." + notice.kind().key()) + ": "
                + plain.apply(notice.words(phrases)).strip();
    }

    private String facts(PublicMaintenance work) {
        var lines = new ArrayList<String>();
        formerly(work).ifPresent(window -> lines.add(phrases.get("work.was") + " " + range(window)));
        if (!work.affected().isEmpty()) {
            lines.add(phrases.get("page.affects", "what", String.join(", ", names(work.affected()))));
        }
        for (var fact : work.facts(phrases)) {
            lines.add(fact.label() + " " + plain.apply(fact.text()).strip());
        }
        for (var more : work.details().links()) {
            lines.add(phrases.get("work.links") + " " + more);
        }
        return String.join("\n", lines);
    }

    /// What was planned before it came as the event says.
    private static Optional<Window> formerly(PublicMaintenance work) {
        return work.phase() instanceof Phase.Completed
                ? Optional.of(work.window()).filter(window -> !tookPlace(window, work))
                : work.latest().move().map(Move::before);
    }

    private static boolean tookPlace(Window window, PublicMaintenance work) {
        return minute(start(work)).equals(minute(window.start()))
                && minute(end(work)).equals(minute(window.end()));
    }

    /// A start by itself comes some milliseconds after its time.
    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private String range(Window window) {
        return times.full(window.start()) + " – " + times.full(window.end());
    }

    /// Each with its regions, where it isn't everywhere.
    private static List<String> names(List<PublicArea> areas) {
        var regions = new LinkedHashMap<String, List<String>>();
        for (var area : areas) {
            var of = regions.computeIfAbsent(area.name(), _ -> new ArrayList<>());
            area.region().ifPresent(of::add);
        }
        return regions.entrySet().stream()
                .map(one -> one.getValue().isEmpty()
                        ? one.getKey()
                        : one.getKey() + " (" + String.join(", ", one.getValue()) + ")")
                .toList();
    }
}
