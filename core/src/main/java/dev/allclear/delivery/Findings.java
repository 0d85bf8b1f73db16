package dev.allclear.delivery;

import dev.allclear.PageId;
import java.util.List;

/// What is found out about one announcement. All but the pace goes through its deliveries, which may be a million:
/// asked when somebody wants to know, not time and again.
public interface Findings {

    Pace pace(PageId page, AnnouncementId announcement);

    /// Why messages did not arrive, or not yet: the most frequent first.
    List<Reason.Count> reasons(PageId page, AnnouncementId announcement, int limit);

    /// Deliveries of that reason, in order of the subscribers' ids.
    List<Delivery> having(PageId page, AnnouncementId announcement, Reason reason, int offset, int limit);

    /// @param waiting also those that are on their way
    record AtDomain(String domain, long all, long sent, long waiting, long failed) {}

    /// How it went at each domain of addresses: those with most people first.
    List<AtDomain> domains(PageId page, AnnouncementId announcement, int limit);
}
