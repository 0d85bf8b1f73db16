package dev.allclear.page;

import dev.allclear.language.Phrases;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Kin;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Move;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.maintenance.Todo;
import dev.allclear.maintenance.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Planned work as readers see it.
///
/// @param window as it is planned now
/// @param series what was planned together with it
/// @param kin the incidents that it has to do with
/// @param affected in the state that is expected meanwhile
/// @param notices newest first
public record PublicMaintenance(
        MaintenanceId id,
        String title,
        Window window,
        Optional<PublicSeries> series,
        Kin kin,
        Maintenance.Phase phase,
        Details details,
        List<PublicArea> affected,
        List<PublicNotice> notices) {

    /// The works that were planned together.
    ///
    /// @param others those that stand where this one stands, the soonest first: of planned work what is still ahead, of
    ///     cancelled work what was cancelled with it
    public record PublicSeries(SeriesId id, List<Other> others) {

        /// @param sequence as in `PublicMaintenance`
        public record Other(MaintenanceId id, Window window, long sequence) {}
    }

    /// One thing said about it. The text is Markdown, and empty where it was said by itself.
    ///
    /// @param rung for a reminder, which one
    public record PublicNotice(
            NoticeId id, Notice.Kind kind, String text, Instant at, Optional<Move> move, Optional<Rung> rung) {

        public PublicNotice(NoticeId id, Notice.Kind kind, String text, Instant at) {
            this(id, kind, text, at, Optional.empty(), Optional.empty());
        }

        /// What it says to those who read this language.
        public String words(Phrases phrases) {
            return text.isEmpty() ? phrases.get("notice." + kind.key() + ".by-itself") : text;
        }
    }

    /// Without what only those are told who subscribed.
    public PublicMaintenance onPage() {
        return new PublicMaintenance(
                id,
                title,
                window,
                series,
                kin,
                phase,
                details,
                affected,
                notices.stream().filter(notice -> notice.kind().isNews()).toList());
    }

    /// What was planned together with it and stands where it stands.
    public List<PublicSeries.Other> others() {
        return series.map(PublicSeries::others).orElse(List.of());
    }

    public boolean isRunning() {
        return phase instanceof Maintenance.Phase.Running;
    }

    public boolean isUpcoming() {
        return phase instanceof Maintenance.Phase.Scheduled;
    }

    /// Whether it should be over by now.
    public boolean isLate(Instant now) {
        return isRunning() && !now.isBefore(window.end());
    }

    /// What customers need to know, each with its label, the most important first; links stand apart.
    public List<Fact> facts(Phrases phrases) {
        return facts(details, phrases);
    }

    /// The same of details that are still being written.
    public static List<Fact> facts(Details details, Phrases phrases) {
        var todo = switch (details.todo()) {
            case Todo.Act(var text) -> Optional.of(text);
            case Todo.Nothing _ -> Optional.of(phrases.get("work.todo-nothing"));
            case Todo.Unsaid _ -> Optional.<String>empty();
        };
        return Stream.of(
                        fact("emergency", details.emergency(), phrases),
                        fact("stops", details.stops(), phrases),
                        fact("goes-on", details.goesOn(), phrases),
                        fact("todo", todo, phrases),
                        fact("why", details.why(), phrases),
                        fact("contact", details.contact(), phrases))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fact> fact(String key, Optional<String> text, Phrases phrases) {
        return text.map(said -> new Fact(phrases.get("work." + key), said));
    }

    /// @param text Markdown
    public record Fact(String label, String text) {}

    /// How long it took; empty until it is over.
    public Optional<Duration> took() {
        return phase instanceof Maintenance.Phase.Completed(var since, var at)
                ? Optional.of(Duration.between(since, at))
                : Optional.empty();
    }

    /// The last word about it; that details changed is none.
    public PublicNotice latest() {
        return notices.stream()
                .filter(notice -> notice.kind() != Notice.Kind.REVISED)
                .findFirst()
                .orElseThrow();
    }

    public Instant changedAt() {
        return notices.getFirst().at();
    }

    /// How often something has changed since it was announced, for calendars (RFC 5545, SEQUENCE).
    public long sequence() {
        return notices.stream().filter(notice -> notice.kind().isNews()).count() - 1;
    }
}
