package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.KeptMails;
import dev.allclear.delivery.Subject;
import dev.allclear.language.Language;
import dev.allclear.operation.RosterDesk;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.operation.SuppressionDesk;
import dev.allclear.people.Actor;
import dev.allclear.roster.CsvRoster;
import dev.allclear.roster.Terms;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.testkit.Fanned;
import dev.allclear.testkit.Stories;
import dev.allclear.transaction.Answers;
import dev.allclear.wording.Signature;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A name that was planted wherever a person's name can get to is found nowhere in the files once they are erased.
final class CanaryTest {

    private static final String CANARY = "canary-in-the-coal-mine";
    private static final Signature SIGNATURE = new Signature(new byte[32]);
    private static final Actor INES = new Actor("Ines Brandt");

    @TempDir
    private Path folder;

    private SqlStore store;
    private PageId page;

    @BeforeEach
    void open() {
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
        page = Stories.opened(store).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothing_of_an_erased_person_is_left_in_any_file() throws IOException {
        var bystanders = 3_000;
        plant(bystanders);
        assertThat(filesHolding(CANARY)).isNotEmpty();

        for (var one : people(CANARY)) {
            subscriptions().erase(page, one.id(), INES);
        }

        assertThat(filesHolding(CANARY)).isEmpty();
        assertThat(people("bystander")).hasSize(bystanders);
    }

    /// Many of them among many others, so that pages of the file are split and filled again.
    private void plant(int bystanders) throws IOException {
        var lines = new StringBuilder("email,consent_at,consent_source,tags\n");
        for (var number = 0; number < bystanders; number++) {
            lines.append("bystander%d@shops.example,2025-01-01,a form that they filled in,\n"
                    .formatted(number * 7_919 % bystanders));
            if (number % 30 == 0) {
                lines.append("%s-%d@shops.example,2025-01-01,\"as %s wrote to us\",beta\n"
                        .formatted(CANARY, number, CANARY));
            }
        }
        var rosters = new RosterDesk(store, clock(), Stories.entropy(), SIGNATURE);
        var _ = rosters.take(page, new CsvRoster(new StringReader(lines.toString())), Terms.STRICT, INES, _ -> {});
        for (var one : people(CANARY)) {
            write(one);
        }
        subscriptions()
                .ask(
                        page,
                        new EmailAddress(CANARY + "@asked.example"),
                        Choice.EVERYTHING,
                        Language.ENGLISH,
                        Optional.empty());
    }

    private void write(Subscriber one) {
        var name = one.address().value();
        tell(one, new Delivery.State.Failed(Stories.NOW, "550 no such user " + name));
        tell(one, new Delivery.State.Waiting(Stories.NOW, "450 try again, " + name));
        store.inTransaction(tx -> {
            tx.answers()
                    .add(new Answers.Answer(
                            page.value() + "/key",
                            one.id().value(),
                            "digest",
                            201,
                            "{\"email\":\"" + one.address().value().toUpperCase(Locale.ROOT) + "\"}",
                            Stories.NOW));
            return one;
        });
        new SuppressionDesk(store, clock(), new AddressMarks(SIGNATURE))
                .suppress(page, one.address(), "no word of who", INES);
    }

    private void tell(Subscriber one, Delivery.State outcome) {
        var what = new Announcement(
                new AnnouncementId(Stories.unique("announcement")),
                page,
                new Subject.OfConfirmation(one.id()),
                Stories.NOW);
        store.inTransaction(tx -> {
            tx.outbox().add(what);
            return what;
        });
        store.inTransaction(tx -> {
            var portion =
                    tx.portions().take(1, Fanned.SOON, Duration.ofMinutes(1)).orElseThrow();
            var delivery = new Delivery(what.id(), page, what.subject().thread(), one.id(), one.address(), 1, outcome);
            assertThat(tx.deliveries().add(portion, List.of(delivery))).isTrue();
            tx.portions().finish(portion);
            return portion;
        });
    }

    private SubscriptionDesk subscriptions() {
        return new SubscriptionDesk(store, clock(), Stories.entropy(), SIGNATURE, KeptMails.NONE);
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Stories.NOW);
    }

    private List<Subscriber> people(String part) {
        return store.reading(tx -> tx.subscribers().each(page, Selection.of(part), Optional.empty(), 10_000));
    }

    private Set<String> filesHolding(String text) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content =
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (content.contains(text)) {
                    found.add(file.getFileName() + " " + content.split(text, -1).length);
                }
            }
        }
        return found;
    }
}
