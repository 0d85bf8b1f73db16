package dev.allclear.delivery;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every delivery with its outcome, where they are kept.
public interface Deliveries {

    /// Adds those that aren't there yet.
    void add(Collection<Delivery> deliveries);

    /// Takes up to `limit` deliveries that are due, or whose lease ended, and leases them. Each comes back in state
    /// `Sending` with `attempts` counted up. Never one for whom an earlier delivery of the same thread to the same
    /// person is still waiting or being sent, so nobody hears the end before the beginning.
    ///
    /// @param tries one that was leased so often without ever getting an outcome has failed, and does not come back
    List<Delivery> claim(int limit, int tries, Instant now, Instant leaseUntil);

    /// The same, without ever giving one up.
    default List<Delivery> claim(int limit, Instant now, Instant leaseUntil) {
        return claim(limit, Integer.MAX_VALUE, now, leaseUntil);
    }

    /// Ends all leases at once: whoever held them is known to be dead.
    void endLeases(Instant now);

    /// Writes outcomes down. An outcome whose lease was lost meanwhile (another `attempts`) is dropped, unless it says
    /// that it was sent: then it was, and nobody has to send it again.
    void record(Collection<Delivery> outcomes);

    /// The earliest instant at which one of the waiting or leased becomes due; empty when none is left.
    Optional<Instant> nextDue();

    Optional<Delivery> find(PageId page, DeliveryId id);

    /// @param states names of states in small letters (`waiting`, `sending`, `sent`, `failed`); empty for all
    /// @param addressPart part of an address; empty for all
    List<Delivery> of(
            PageId page, AnnouncementId announcement, Set<String> states, String addressPart, int offset, int limit);

    /// Those of them to whom something of one of these threads was announced before.
    Set<SubscriberId> toldOf(PageId page, Set<String> threads, Collection<SubscriberId> among);

    default Set<SubscriberId> toldOf(PageId page, String thread, Collection<SubscriberId> among) {
        return toldOf(page, Set.of(thread), among);
    }

    /// Those of them to whom exactly this was announced, and to whom it went or is on its way.
    Set<SubscriberId> toldOf(PageId page, Subject subject, Collection<SubscriberId> among);

    /// Those of an announcement that still wait fail: they were stopped.
    ///
    /// @return how many
    int stop(PageId page, AnnouncementId announcement, Instant now);

    /// Lets the failed ones of an announcement wait again, but for those who were told what came after it, or are being
    /// told at this moment: nobody hears the end before the beginning.
    ///
    /// @return how many
    int retryFailed(PageId page, AnnouncementId announcement, Instant now);
}
