package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.keeping.WorkKeeper;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.WorkPlan;
import dev.allclear.operation.WorkSteps;
import dev.allclear.people.Actor;
import dev.allclear.status.Area;
import dev.allclear.testkit.Engines;
import dev.allclear.testkit.OnDesk;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fortnight of planned work with a database that is opened anew each half day: each subscriber gets each step once,
/// and who joins late gets what is still ahead.
final class FortnightTest {

    private static final Actor INES = OnDesk.INES;
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Stories.NOW);
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

    private SqlStore open() {
        return SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
    }

    private static void subscribe(SqlStore store, PageId page, String name) {
        store.inTransaction(tx -> {
            tx.subscribers().save(Stories.subscriber(page, name, name));
            return page;
        });
    }

    /// Half a day: every ten minutes a look, then all mails, then the end of the process.
    private void live(PageId page, Instant until) {
        while (clock.instant().isBefore(until)) {
            try (var store = open()) {
                var steps = new WorkSteps(store, clock, Stories.entropy());
                var halfDay = clock.instant().plus(Duration.ofHours(12));
                var stop = halfDay.isBefore(until) ? halfDay : until;
                while (clock.instant().isBefore(stop)) {
                    clock.advance(Duration.ofMinutes(10));
                    new WorkKeeper(store, clock, steps).look();
                }
                send(store, page);
            }
        }
    }

    private void send(SqlStore store, PageId page) {
        try (var engine = Engines.over(store, clock, letter -> {
            letters.add(letter);
            return new Outcome.Accepted("250 Ok");
        })) {
            engine.start();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> store.reading(tx ->
                            tx.outbox().recent(page, 50).stream().noneMatch(progress -> progress.canBeStopped())));
        }
    }

    /// `reminder PT24H`, in the order in which they came.
    private List<String> got(String name) {
        return letters.stream()
                .filter(letter -> letter.to().value().startsWith(name + "@"))
                .map(Letter::content)
                .map(Letter.Content.OfMaintenance.class::cast)
                .map(content -> content.notice().kind().key()
                        + content.notice()
                                .rung()
                                .map(rung -> " " + rung.ahead())
                                .orElse(""))
                .toList();
    }

    @Test
    void each_step_reaches_each_subscriber_once_through_restarts_a_postponement_and_an_extension() {
        var start = Stories.NOW.plus(Duration.ofDays(14));
        PageId page;
        MaintenanceId work;
        try (var store = open()) {
            page = Stories.opened(store).id();
            subscribe(store, page, "ada");
            var plan = new WorkPlan(
                            "Moving invoices",
                            new Window(start, start.plus(SIX_HOURS)),
                            Set.of(Area.whole(Stories.INVOICES)))
                    .with(Details.NONE.goingByItself());
            work = new MaintenanceDesk(store, clock, Stories.entropy())
                    .announce(page, plan, "Ten minutes without invoices.", INES)
                    .value()
                    .id();
        }
        live(page, start.minus(Duration.ofDays(2)));
        var later = start.plus(Duration.ofDays(5));
        try (var store = open()) {
            subscribe(store, page, "bela");
            new MaintenanceDesk(store, clock, Stories.entropy())
                    .move(page, work, new Window(later, later.plus(SIX_HOURS)), "A supplier is late.", INES);
        }
        live(page, later.plus(Duration.ofHours(5)));
        try (var store = open()) {
            new MaintenanceDesk(store, clock, Stories.entropy())
                    .extend(page, work, later.plus(Duration.ofHours(8)), "The copy takes longer.", INES);
        }
        live(page, later.plus(Duration.ofHours(20)));

        var ahead = List.of("moved", "reminder PT24H", "reminder PT1H", "started", "check_in", "extended", "completed");
        assertThat(got("bela")).isEqualTo(ahead);
        assertThat(got("ada").subList(0, 3)).containsExactly("announced", "reminder PT168H", "reminder PT72H");
        assertThat(got("ada").subList(3, got("ada").size())).isEqualTo(ahead);
    }
}
