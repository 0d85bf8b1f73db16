package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.engine.Engine;
import dev.allclear.keeping.Keeper;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.promise.Step;
import dev.allclear.testkit.Engines;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the promise that falls due to the letter that a person of the desk is sent.
final class RemindingTest {

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Stories.NOW);
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

    @Test
    void whoever_owes_the_next_word_gets_a_mail_that_leads_to_the_button() {
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var page = Stories.opened(store).id();
            var ines = Stories.account(Map.of(page, Role.PUBLISHER));
            store.inTransaction(tx -> {
                tx.accounts().save(ines);
                return ines;
            });
            var desk = new IncidentDesk(store, clock, Stories.entropy());
            var incident =
                    desk.declare(page, Stories.declaration(), Actor.of(ines)).value();

            try (var engine = engine(store)) {
                engine.start();
                clock.set(Stories.NOW.plus(Duration.ofMinutes(26)));
                new Keeper(store, clock, Stories.entropy(), desk).look();
                await().atMost(Duration.ofSeconds(15)).until(() -> !letters.isEmpty());
            }

            var letter = letters.remove();
            assertThat(letter.to()).isEqualTo(ines.email());
            assertThat(letter.content())
                    .isEqualTo(new Letter.Content.OfReminder(
                            "Card payments fail", Step.SOON, Stories.NOW.plus(Duration.ofMinutes(30))));
            assertThat(letter.links().subject().getPath())
                    .endsWith("/desk/incidents/" + incident.id().value() + "/take");
            assertThat(letters).isEmpty();
        }
    }

    private Engine engine(SqlStore store) {
        return Engines.over(store, clock, letter -> {
            letters.add(letter);
            return new Outcome.Accepted("250 Ok");
        });
    }
}
