package dev.allclear.engine;

import dev.allclear.delivery.Delivery;
import dev.allclear.returns.ServerWords;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

/// A dead address is not written to again, until somebody releases it.
final class StrikeOff {

    private static final Logger LOG = System.getLogger(StrikeOff.class.getName());

    private final Store store;
    private final InstantSource clock;
    private final AddressMarks marks;

    StrikeOff(Store store, InstantSource clock, AddressMarks marks) {
        this.store = store;
        this.clock = clock;
        this.marks = marks;
    }

    /// In a transaction of its own: whoever erases a person holds the person before their deliveries, and so must we.
    /// Should it fail, the next mail will find the address dead again.
    void of(Delivery delivery, String why) {
        try {
            store.inTransaction(tx -> {
                strikeOff(tx, delivery, why);
                return delivery;
            });
        } catch (RuntimeException broken) {
            LOG.log(
                    Level.WARNING,
                    "the dead address of delivery " + delivery.id().value() + " could not be struck off",
                    broken);
        }
    }

    /// Only subscribers: a colleague who must be called is still called when one mail was refused.
    private void strikeOff(Tx tx, Delivery delivery, String why) {
        var page = delivery.page();
        var mark = marks.of(page, delivery.address());
        var isHeld =
                tx.suppressions().find(page, mark).filter(Suppression::holds).isPresent();
        if (!isHeld && tx.subscribers().find(page, delivery.subscriber()).isPresent()) {
            var now = clock.instant();
            // What is kept of it holds no address, not this one in another spelling nor one that stands behind it.
            var words = ServerWords.cleaned(why);
            tx.suppressions()
                    .save(new Suppression(
                            page, mark, delivery.address().masked(), Reason.BOUNCED, words, now, Optional.empty()));
            tx.journal()
                    .append(
                            page,
                            now,
                            "Allclear",
                            "address.suppressed",
                            mark.value(),
                            Reason.BOUNCED.key() + ": " + words);
        }
    }
}
