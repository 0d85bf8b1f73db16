package dev.allclear.publish;

import dev.allclear.Stored;
import dev.allclear.page.Earlier;
import dev.allclear.page.Page;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Visibility;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;

/// Reads everything that the public may see of a page, on one consistent state.
public final class Snapshot {

    private Snapshot() {}

    public static PublicPage of(Tx tx, Page page, Instant now) {
        return of(tx, page, now, new Memory());
    }

    static PublicPage of(Tx tx, Page page, Instant now, Memory memory) {
        return visibility(tx, page, now, memory.earlier())
                .page(
                        page,
                        tx.pages().revision(page.id()),
                        memory.incidents(tx, page.id()),
                        tx.maintenances().all(page.id()).stream()
                                .map(Stored::value)
                                .toList(),
                        tx.policies().of(page.id()).value());
    }

    /// For showing single incidents and works as the public sees them.
    public static Visibility visibility(Tx tx, Page page, Instant now) {
        return visibility(tx, page, now, new Earlier());
    }

    private static Visibility visibility(Tx tx, Page page, Instant now, Earlier earlier) {
        var since = now.minus(Duration.ofDays(Visibility.DAYS + 1));
        return new Visibility(tx.catalogues().of(page.id()).value(), tx.states().since(page.id(), since), now, earlier);
    }
}
