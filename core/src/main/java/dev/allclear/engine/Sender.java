package dev.allclear.engine;

import dev.allclear.delivery.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Takes one letter after the other from the tray, sends it, and puts its outcome back.
final class Sender {

    /// While a provider is tried again, the others wait at least so long.
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final Logger LOG = System.getLogger(Sender.class.getName());

    private final Tray tray;
    private final Carriers carriers;
    private final Verdict verdict;
    private final StrikeOff strikeOff;
    private final InstantSource clock;
    private final LongSupplier steady;

    Sender(
            Tray tray,
            Carriers carriers,
            Verdict verdict,
            StrikeOff strikeOff,
            InstantSource clock,
            LongSupplier steady) {
        this.tray = tray;
        this.carriers = carriers;
        this.verdict = verdict;
        this.strikeOff = strikeOff;
        this.clock = clock;
        this.steady = steady;
    }

    /// The next letter to send; it is in somebody's hands until it is ended.
    Optional<Errand> begin() {
        return tray.next(steady.getAsLong());
    }

    /// Hands it to a provider. Blocks for as long as that takes.
    Outcome carry(Errand errand) {
        return carriers.send(errand.letter(), new Carriers.Going() {
            @Override
            public boolean isWanted() {
                return tray.isWanted(errand);
            }

            @Override
            public boolean begins() {
                return tray.goesOut(errand, steady.getAsLong());
            }
        });
    }

    /// A fault of ours came between. Not even an `Error` may lose what became of the others: one mail can be too much
    /// for the stack.
    void broke(Errand errand, Throwable bug) {
        LOG.log(Level.ERROR, "delivery " + errand.delivery().id().value() + " could not be sent", bug);
        tray.ended(errand, verdict.broken(errand.delivery(), bug, clock.instant()));
    }

    void end(Errand errand, Outcome outcome) {
        if (outcome instanceof Outcome.Unavailable) {
            // What one provider asked for is no reason to leave another alone: each is waited for by itself.
            var until = carriers.untilNext();
            var pause = until.compareTo(MOMENT) > 0 ? until : MOMENT;
            tray.back(errand, steady.getAsLong() + pause.toNanos());
            return;
        }
        tray.ended(errand, verdict.of(errand.delivery(), outcome, clock.instant()));
        if (outcome instanceof Outcome.Gone(var why)) {
            strikeOff.of(errand.delivery(), why);
        }
    }

    /// Gives up letters that a channel has kept for longer than it may.
    ///
    /// @return how many, whose threads may never come back
    int giveUp(Duration patience) {
        var outcome = new Outcome.Unknown("the channel did not come back");
        return tray.giveUp(
                steady.getAsLong() - patience.toNanos(),
                errand -> verdict.of(errand.delivery(), outcome, clock.instant()));
    }
}
