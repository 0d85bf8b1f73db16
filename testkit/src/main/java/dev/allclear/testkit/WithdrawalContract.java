package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Receipts;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of letters that lie written in a node's hands when their readers leave or are erased.
public interface WithdrawalContract extends OnStore {

    private Node node(LongSupplier steady, List<EmailAddress> reached) {
        var signature = new Signature(new byte[32]);
        return new Node(
                store(),
                new SettableClock(Stories.NOW.plusSeconds(1)),
                steady,
                Stories.entropy(),
                new Permalinks(URI.create("https://status.example.com"), signature),
                new AddressMarks(signature),
                List.of(Provider.unlimited("test", letter -> accepted(letter, reached))),
                Receipts.NONE,
                Engines.FEW);
    }

    private static Outcome accepted(Letter letter, List<EmailAddress> reached) {
        reached.add(letter.to());
        return new Outcome.Accepted("250 Ok");
    }

    private Optional<State> became(Announcement announcement, Subscriber of) {
        return look(tx -> tx.deliveries().find(of.page(), new DeliveryId(announcement.id(), of.id())))
                .map(Delivery::state);
    }

    @Test
    default void whoever_leaves_or_is_erased_gets_no_letter_that_was_written_before() {
        var page = Stories.opened(store()).id();
        var stays = Stories.subscriber(page, "ada");
        var leaves = Stories.subscriber(page, "bela");
        var erased = Stories.subscriber(page, "cleo");
        var incident = Stories.openIncident(page);
        var announcement = Stories.announcement(incident);
        change(tx -> {
            Stream.of(stays, leaves, erased).forEach(tx.subscribers()::save);
            tx.incidents().add(incident);
            tx.outbox().add(announcement);
        });
        var reached = new ArrayList<EmailAddress>();
        var steady = new AtomicLong();
        var node = node(steady::get, reached);
        assertThat(node.fill()).isTrue();
        change(tx -> {
            tx.subscribers().save(leaves.standing(new Standing.Left(Stories.NOW, "one click in a mail")));
            tx.subscribers().erase(page, erased.id());
        });

        steady.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(node.writeDown()).isTrue();
        for (var errand = node.begin(); errand.isPresent(); errand = node.begin()) {
            node.end(errand.get(), node.carry(errand.get()));
        }
        assertThat(node.writeDown()).isTrue();

        assertThat(reached).containsExactly(stays.address());
        assertThat(became(announcement, stays))
                .hasValueSatisfying(state -> assertThat(state).isInstanceOf(State.Accepted.class));
        assertThat(became(announcement, leaves))
                .hasValueSatisfying(state -> assertThat(state)
                        .isInstanceOfSatisfying(
                                State.Suppressed.class,
                                why -> assertThat(why.why()).contains("unsubscribed meanwhile")));
        assertThat(became(announcement, erased)).isEmpty();
        var progress = look(tx -> tx.outbox().progress(page, announcement.id())).orElseThrow();
        assertThat(progress.fannedOut()).isTrue();
    }
}
