package dev.allclear.audience;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All subscribers of all pages, where they are kept. In a transaction that writes, whoever is found by id or address
/// stays as they are until it ends.
public interface Subscribers {

    /// Adds, or puts in place of the one with the same id.
    void save(Subscriber subscriber);

    Optional<Subscriber> find(PageId page, SubscriberId id);

    Optional<Subscriber> findByAddress(PageId page, EmailAddress address);

    /// Confirmed subscribers in order of their ids, after the one named; for going through all in portions. Whoever
    /// pauses at that instant is left out.
    List<Subscriber> confirmedAfter(PageId page, Optional<SubscriberId> last, int limit, Instant now);

    /// Confirmed subscribers in order of their ids: those behind `after`, up to and with `upto`.
    /// Also those who pause.
    List<Subscriber> confirmedWithin(PageId page, Optional<SubscriberId> after, Optional<SubscriberId> upto);

    /// Those of them who are there, whatever their standing.
    List<Subscriber> findAll(PageId page, Collection<SubscriberId> ids);

    /// The same, without whoever pauses or did until a moment ago.
    default List<Subscriber> confirmedAfter(PageId page, Optional<SubscriberId> last, int limit) {
        return confirmedAfter(page, last, limit, Instant.EPOCH);
    }

    /// Those of them who are confirmed; neither who has left meanwhile, nor who was erased.
    Set<SubscriberId> confirmedAmong(PageId page, Collection<SubscriberId> ids);

    /// All who confirmed, whether they pause or not.
    long confirmedCount(PageId page);

    /// Those of them who are here, by the key of their address.
    Map<String, Subscriber> among(PageId page, Collection<EmailAddress> addresses);

    /// Adds all whose address is not here yet; who came at the same moment by another way stays as they are.
    void addMissing(Collection<Subscriber> newcomers);

    /// Puts each in place of the one with the same id.
    void replace(Collection<Subscriber> known);

    /// For showing: newest first; where a part of an address is asked for, in the order of their addresses.
    ///
    /// @param after `next` of the portion before; empty for the first
    /// @throws dev.allclear.Refused.Invalid when it never was one
    Listed list(PageId page, Selection which, Optional<String> after, int limit);

    /// For going through all: in the order of their ids.
    List<Subscriber> each(PageId page, Selection which, Optional<SubscriberId> last, int limit);

    /// How many there are, counted no further than to the limit.
    long count(PageId page, Selection which, long limit);

    /// Each set of parts and regions that somebody chose, with how many did; those who chose everything are left out.
    Map<Choice, Long> choices(PageId page);

    /// All tags in use.
    Set<Tag> tags(PageId page);

    /// Some of those who have been waiting to confirm since before, and of those who left before.
    List<Subscriber> overdue(PageId page, Instant unconfirmedSince, Instant leftSince, int limit);

    /// Takes pauses off that are over.
    void endPauses(Instant now);

    /// Everything that we know of a person, gone.
    void erase(PageId page, SubscriberId id);
}
