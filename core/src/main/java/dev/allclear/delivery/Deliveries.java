package dev.allclear.delivery;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every delivery with its outcome, where they are kept. Most come to be with their outcome; those that wait are queued
/// one by one.
public interface Deliveries {

    /// Writes down what became of people of a portion. Whoever has a delivery of this announcement already keeps it,
    /// unless this one was accepted: then nobody has to send it again. Whoever was erased meanwhile gets none. Of a
    /// portion that is somebody else's by now, only what was accepted is believed.
    ///
    /// @return whether the portion is still held so
    boolean add(Portion portion, Collection<Delivery> outcomes);

    /// Writes down what became of people of a portion that was handed over to a relay. Whoever has a delivery of this
    /// announcement already keeps it, unless this one was accepted. Once nobody is left, the portion is finished.
    ///
    /// @param portion whoever had it in hand: the relay had these letters in one pair of hands at a time
    void addRelayed(Portion portion, Collection<Delivery> outcomes);

    /// Takes up to `limit` deliveries that are due, or whose lease ended, and leases them. Each comes back in state
    /// `Sending` with `attempts` counted up. Never one for whom an earlier delivery of the same thread to the same
    /// person is unfinished.
    ///
    /// @param tries one that was leased so often without ever getting an outcome has failed, and does not come back
    List<Delivery> claim(int limit, int tries, Instant now, Duration lease);

    /// Makes the lease of claimed deliveries longer. Those that are somebody else's by now stay as they are.
    ///
    /// @return how many are still ours
    int keep(Collection<Delivery> claimed, Instant now, Duration lease);

    /// Ends all leases at once: whoever held them is known to be dead.
    void endLeases();

    /// Writes down what became of claimed deliveries. An outcome whose lease was lost meanwhile (another `attempts`) is
    /// dropped, unless it was accepted: then it was, and nobody has to send it again.
    void record(Collection<Delivery> outcomes);

    /// The earliest instant at which one of the waiting or leased becomes due; empty when none is left.
    Optional<Instant> nextDue();

    Optional<Delivery> find(PageId page, DeliveryId id);

    /// In order of the subscribers' ids.
    ///
    /// @param kinds empty for all
    /// @param addressPart part of an address; empty for all
    List<Delivery> of(
            PageId page,
            AnnouncementId announcement,
            Set<Delivery.Kind> kinds,
            String addressPart,
            int offset,
            int limit);

    /// Everything that was sent to one person, newest first.
    List<Delivery> to(PageId page, SubscriberId subscriber, int limit);

    /// Those of them who have a delivery of this very announcement.
    Set<SubscriberId> listed(Announcement announcement, Collection<SubscriberId> among);

    /// Those of them to whom something of one of these threads was announced before.
    Set<SubscriberId> toldOf(PageId page, Set<String> threads, Collection<SubscriberId> among);

    default Set<SubscriberId> toldOf(PageId page, String thread, Collection<SubscriberId> among) {
        return toldOf(page, Set.of(thread), among);
    }

    /// Those of them to whom exactly this was announced, and to whom it went or is on its way.
    Set<SubscriberId> toldOf(PageId page, Subject subject, Collection<SubscriberId> among);

    /// What was announced earlier of the same thread to any of them and is not over.
    ///
    /// @param isReplaceable whether a newer one may be sent in its place
    record Earlier(Delivery delivery, boolean isReplaceable) {}

    List<Earlier> unfinished(Announcement before, Collection<SubscriberId> among);

    /// A newer update goes to these people instead. What is being sent at this moment stays as it is.
    ///
    /// @return those that are superseded now
    Set<DeliveryId> supersede(Collection<Delivery> unfinished, Instant now);

    /// A mail that was accepted came back, or arrived. What never was accepted stays as it is.
    ///
    /// @return false when there is no such delivery, or it was not out
    boolean returned(PageId page, DeliveryId id, Delivery.State state);

    /// Some deliveries of an announcement that were changed in one transaction, in order of the subscribers' ids: all
    /// at once would keep everybody else waiting.
    ///
    /// @param last of them; empty when there was none
    record Group(int size, Optional<SubscriberId> last) {}

    /// Those of an announcement that still wait fail: they were stopped.
    ///
    /// @param after empty to begin with
    Group stop(PageId page, AnnouncementId announcement, Instant now, Optional<SubscriberId> after, int limit);

    /// Lets some of an announcement wait again, but for those who were told what came after it, or are being
    /// told at this moment: nobody hears the end before the beginning. While a later one of the same thread is not
    /// over, that is anybody.
    ///
    /// @param after empty to begin with
    Group retry(
            PageId page,
            AnnouncementId announcement,
            Retry which,
            Instant now,
            Optional<SubscriberId> after,
            int limit);
}
