package dev.allclear.engine;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.engine.Intake.Plan;
import dev.allclear.engine.Intake.Told;
import dev.allclear.engine.Recipients.Recipient;
import dev.allclear.engine.Relay.Bag;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Fills the tray with letters that come over a relay.
final class RelayedIntake implements Supply {

    /// So soon it looks again whether the engine was stopped.
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Store store;
    private final InstantSource clock;
    private final Relay relay;
    private final Intake intake;
    private final Manning manning;

    RelayedIntake(Store store, InstantSource clock, Relay relay, Intake intake, Manning manning) {
        this.store = store;
        this.clock = clock;
        this.relay = relay;
        this.intake = intake;
        this.manning = manning;
    }

    @Override
    public boolean isNeeded() {
        return intake.isNeeded();
    }

    /// @return always true: it has waited for the next already
    @Override
    public boolean step() {
        try {
            fill(relay.take(manning.portion(), MOMENT));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /// When the database answers no more, they come again.
    private void fill(List<Bag> bags) {
        for (var next = 0; next < bags.size(); next++) {
            try {
                fill(bags.get(next));
            } catch (RuntimeException away) {
                bags.subList(next, bags.size()).forEach(Bag::released);
                throw away;
            }
        }
    }

    private void fill(Bag bag) {
        var plan = store.reading(tx -> plan(tx, bag));
        var told = plan.told().stream().map(Told::to).collect(Collectors.toSet());
        bag.pass(bag.people().stream().filter(one -> !told.contains(one)).toList());
        intake.put(plan, bag.isBegunAgain(), people -> Claim.of(bag, people));
    }

    private Plan plan(Tx tx, Bag bag) {
        return tx.outbox()
                .find(bag.page(), bag.announcement())
                .map(announcement -> plan(tx, bag, announcement))
                .orElseGet(() -> new Plan(List.of(), List.of(), List.of()));
    }

    private Plan plan(Tx tx, Bag bag, Announcement announcement) {
        var listed = tx.deliveries().listed(announcement, bag.people());
        var people = bag.people().stream().filter(one -> !listed.contains(one)).toList();
        var there = tx.subscribers().findAll(announcement.page(), people).stream()
                .map(Recipient::of)
                .toList();
        var halt = tx.outbox().halted(Set.of(announcement.id())).get(announcement.id());
        var plan = intake.plan(tx, announcement, there, Optional.ofNullable(halt));
        var told = new ArrayList<>(plan.told());
        var found = there.stream().map(Recipient::id).collect(Collectors.toSet());
        people.stream()
                .filter(one -> !found.contains(one))
                .forEach(one -> told.add(new Told.Decided(gone(announcement, one))));
        return new Plan(told, plan.replaced(), plan.behind());
    }

    private Delivery gone(Announcement announcement, SubscriberId who) {
        return new Delivery(
                announcement.id(),
                announcement.page(),
                announcement.subject().thread(),
                who,
                Delivery.ERASED,
                1,
                new State.Suppressed(clock.instant(), "the person is gone"));
    }
}
