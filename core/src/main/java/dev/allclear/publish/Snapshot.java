package dev.allclear.publish;

import dev.allclear.Stored;
import dev.allclear.incident.Incident;
import dev.allclear.page.Earlier;
import dev.allclear.page.Page;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Visibility;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Reads everything that the public may see of a page, on one consistent state.
public final class Snapshot {

    private Snapshot() {}

    public static PublicPage of(Tx tx, Page page, Instant now) {
        return of(tx, page, now, new Memory());
    }

    static PublicPage of(Tx tx, Page page, Instant now, Memory memory) {
        return of(tx, page, now, memory.earlier(), memory.incidents(tx, page.id()));
    }

    /// What the front shows, without the history: it costs the same however long that is.
    static PublicPage front(Tx tx, Page page, Instant now, Memory memory) {
        return of(tx, page, now, memory.earlier(), memory.lately(tx, page.id(), horizon(now)));
    }

    private static PublicPage of(Tx tx, Page page, Instant now, Earlier earlier, List<Incident> incidents) {
        return visibility(tx, page, now, earlier)
                .page(
                        page,
                        tx.pages().revision(page.id()),
                        incidents,
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
        return new Visibility(
                tx.catalogues().of(page.id()).value(), tx.states().since(page.id(), horizon(now)), now, earlier);
    }

    private static Instant horizon(Instant now) {
        return now.minus(Duration.ofDays(Visibility.DAYS + 1));
    }
}
