package dev.allclear.testkit.simulation;

import dev.allclear.engine.Errand;
import dev.allclear.engine.Node;
import dev.allclear.engine.Receipts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One node that is played step by step: it can be killed between any two of them, and stand still for a while.
final class PlayedNode {

    private static final Duration BUSY = Duration.ofMillis(20);

    private final VirtualTime time;
    private final Chance chance;
    private final Function<Receipts, Node> begin;
    private final int senders;
    private KeptReceipts receipts = new KeptReceipts();
    private long life;
    private Duration frozenUntil = Duration.ZERO;
    private @Nullable Loop filling;
    private final List<Loop> sending = new ArrayList<>();
    private int underWay;

    PlayedNode(VirtualTime time, Chance chance, Function<Receipts, Node> begin, int senders) {
        this.time = time;
        this.chance = chance;
        this.begin = begin;
        this.senders = senders;
    }

    void start() {
        life++;
        underWay = 0;
        var node = begin.apply(receipts);
        // Nothing is done before what was left behind is written down.
        alive(life, () -> catchUp(node));
    }

    private void catchUp(Node node) {
        try {
            node.catchUp();
        } catch (FaultyStore.Away away) {
            after(Duration.ofSeconds(1), () -> catchUp(node));
            return;
        }
        filling = new Loop(node::fill, Duration.ofSeconds(90));
        filling.turn();
        new Loop(node::writeDown, Duration.ofSeconds(3)).turn();
        sending.clear();
        for (var sender = 0; sender < senders; sender++) {
            sending.add(new Loop(() -> send(node), Duration.ofSeconds(5)));
        }
        sending.forEach(Loop::turn);
    }

    /// Something was announced.
    void wake() {
        if (filling != null) {
            filling.hurry();
        }
    }

    /// Something that is done again and again, more seldom while there is nothing to do.
    private final class Loop {

        private final BooleanSupplier step;
        private final Duration longest;
        private Duration wait = BUSY;
        private long turns;

        Loop(BooleanSupplier step, Duration longest) {
            this.step = step;
            this.longest = longest;
        }

        void turn() {
            var mine = ++turns;
            var worked = work();
            wait = worked ? BUSY : shorter(wait.multipliedBy(2), longest);
            if (worked) {
                sending.forEach(Loop::hurry);
            }
            if (mine == turns) {
                after(chance.between(Duration.ofMillis(1), wait), () -> {
                    if (mine == turns) {
                        turn();
                    }
                });
            }
        }

        private boolean work() {
            try {
                return step.getAsBoolean();
            } catch (FaultyStore.Away away) {
                wait = Duration.ofSeconds(1);
                return false;
            }
        }

        /// Whoever sleeps for long is woken.
        void hurry() {
            if (wait.compareTo(BUSY) > 0) {
                wait = BUSY;
                var mine = ++turns;
                after(BUSY, () -> {
                    if (mine == turns) {
                        turn();
                    }
                });
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Should we still live then, and not stand still.
    private void after(Duration wait, Runnable what) {
        var ofLife = life;
        time.after(wait, () -> alive(ofLife, what));
    }

    private void alive(long ofLife, Runnable what) {
        if (ofLife == life) {
            if (time.elapsed().compareTo(frozenUntil) < 0) {
                time.after(frozenUntil.minus(time.elapsed()), () -> alive(ofLife, what));
            } else {
                what.run();
            }
        }
    }

    /// The server has made up its mind when its answer sets out; whether we live to hear it is another matter.
    private boolean send(Node node) {
        if (underWay == senders) {
            return false;
        }
        var errand = node.begin();
        errand.ifPresent(one -> {
            underWay++;
            var end = carried(node, one);
            var latency = chance.once(0.02)
                    ? chance.between(Duration.ofSeconds(1), Duration.ofSeconds(40))
                    : chance.between(Duration.ofMillis(5), Duration.ofMillis(200));
            after(latency, () -> {
                underWay--;
                end.run();
                sending.forEach(Loop::hurry);
            });
        });
        return errand.isPresent();
    }

    private static Runnable carried(Node node, Errand errand) {
        try {
            var outcome = node.carry(errand);
            return () -> node.end(errand, outcome);
        } catch (MailServer.Fault bug) {
            return () -> node.broke(errand, bug);
        }
    }

    /// @param withItsDisk whether what it kept on its own disk is lost too
    void kill(boolean withItsDisk) {
        life++;
        if (withItsDisk) {
            receipts = new KeptReceipts();
        }
    }

    void freeze(Duration until) {
        frozenUntil = until;
    }

    /// A disk that outlives the process.
    private static final class KeptReceipts implements Receipts {

        private final List<Receipt> kept = new ArrayList<>();
        private int turned;

        @Override
        public void add(Receipt receipt) {
            kept.add(receipt);
        }

        @Override
        public void turnOver() {
            turned = kept.size();
        }

        @Override
        public void forget() {
            kept.subList(0, turned).clear();
            turned = 0;
        }

        @Override
        public List<Receipt> left() {
            return List.copyOf(kept);
        }
    }
}
