package dev.allclear.audience;

import dev.allclear.PageId;
import java.util.List;
import java.util.Optional;

/// All subscribers of all pages, where they are kept. In a transaction that writes, whoever is found by id or address
/// stays as they are until it ends.
public interface Subscribers {

    /// Adds, or puts in place of the one with the same id.
    void save(Subscriber subscriber);

    Optional<Subscriber> find(PageId page, SubscriberId id);

    Optional<Subscriber> findByAddress(PageId page, EmailAddress address);

    /// Confirmed subscribers in order of their ids, after the one named; for going through all in portions.
    List<Subscriber> confirmedAfter(PageId page, Optional<SubscriberId> last, int limit);

    long confirmedCount(PageId page);

    /// Those whose address contains the text, newest first.
    List<Subscriber> search(PageId page, String text, int offset, int limit);

    /// Everything that we know of a person, gone.
    void erase(PageId page, SubscriberId id);
}
