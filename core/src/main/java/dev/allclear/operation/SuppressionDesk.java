package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.audience.EmailAddress;
import dev.allclear.people.Actor;
import dev.allclear.returns.ReturnNote;
import dev.allclear.returns.ServerWords;
import dev.allclear.suppression.AddressMark;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.suppression.Suppressions;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The front door for addresses that nothing is sent to.
///
/// The list knows marks and not addresses, so a look takes the whole address; the journal names the mark alone.
public final class SuppressionDesk {

    private static final int LONGEST_REASON = 300;
    private static final Duration LATELY = Duration.ofDays(30);

    private final Store store;
    private final InstantSource clock;
    private final AddressMarks marks;

    public SuppressionDesk(Store store, InstantSource clock, AddressMarks marks) {
        this.store = store;
        this.clock = clock;
        this.marks = marks;
    }

    /// Those that hold or those that were released, newest first.
    public List<Suppression> list(PageId page, Suppressions.Wanted wanted, int offset, int limit) {
        return store.reading(tx -> tx.suppressions().list(page, wanted, offset, limit));
    }

    public Suppression look(PageId page, AddressMark mark) {
        return store.reading(tx -> found(tx, page, mark));
    }

    /// Whether anything is known of this address, even if it was released.
    public Optional<Suppression> find(PageId page, EmailAddress address) {
        return store.reading(tx -> tx.suppressions().find(page, marks.of(page, address)));
    }

    /// Mails that were refused lately for what we are or what we sent, newest first: nothing follows by itself.
    public List<ReturnNote> refusals(PageId page, int limit) {
        var since = clock.instant().minus(LATELY);
        return store.reading(tx -> tx.returns().recent(page, ReturnNote.Kind.REFUSED_US, since, limit));
    }

    /// Somebody at the desk has nothing sent there any more.
    ///
    /// @param why for whoever asks later; may be empty
    public Suppression suppress(PageId page, EmailAddress address, String why, Actor actor) {
        var detail = ServerWords.cleaned(Text.optionalLine("why", why, LONGEST_REASON));
        return store.inTransaction(tx -> {
            var mark = marks.of(page, address);
            if (tx.suppressions().find(page, mark).filter(Suppression::holds).isPresent()) {
                throw new Refused.Invalid("email", "Nothing is sent to this address already.");
            }
            return suppressed(tx, marks, page, address, Reason.BY_HAND, detail, clock.instant(), actor);
        });
    }

    /// Mail goes there again, from the next announcement on. Whoever left the list stays off it.
    ///
    /// @param why how we know that it will arrive, or that it is wanted
    public Suppression release(PageId page, AddressMark mark, String why, Actor actor) {
        var reason = ServerWords.cleaned(Text.line("why", why, LONGEST_REASON));
        return store.inTransaction(tx -> {
            var one = found(tx, page, mark);
            if (!one.holds()) {
                throw new Refused.Conflict("This address was released already.");
            }
            var now = clock.instant();
            var released = one.released(now, actor.name(), reason);
            tx.suppressions().save(released);
            tx.journal().append(page, now, actor.name(), "address.released", mark.value(), reason);
            return released;
        });
    }

    private static Suppression found(Tx tx, PageId page, AddressMark mark) {
        return tx.suppressions().find(page, mark).orElseThrow(() -> new Refused.NotFound("suppressed address"));
    }

    /// The one way by which an address comes to be suppressed, within the transaction that says why.
    ///
    /// @param detail holds no address: it goes to the journal, which forgets nothing
    static Suppression suppressed(
            Tx tx,
            AddressMarks marks,
            PageId page,
            EmailAddress address,
            Reason reason,
            String detail,
            Instant now,
            Actor actor) {
        var next =
                new Suppression(page, marks.of(page, address), address.masked(), reason, detail, now, Optional.empty());
        tx.suppressions().save(next);
        tx.journal()
                .append(
                        page,
                        now,
                        actor.name(),
                        "address.suppressed",
                        next.mark().value(),
                        reason.key() + (detail.isEmpty() ? "" : ": " + detail));
        return next;
    }

    /// For the transaction that erases a person: they are still never written to, and nothing says who they were.
    static void forget(Tx tx, AddressMarks marks, PageId page, EmailAddress address) {
        tx.suppressions().forget(page, marks.of(page, address));
    }
}
