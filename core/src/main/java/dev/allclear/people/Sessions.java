package dev.allclear.people;

import java.time.Instant;
import java.util.Optional;

/// Open sessions and one-time links, where they are kept.
public interface Sessions {

    void add(Session session);

    /// The session, unless it has expired by `now`.
    Optional<Session> find(String tokenHash, Instant now);

    void remove(String tokenHash);

    void removeAllOf(AccountId account);

    void add(OneTimeLink link);

    /// Hands out the link exactly once, and only before it expires.
    Optional<OneTimeLink> redeem(String tokenHash, Instant now);

    /// Looks without redeeming, to show the form behind the link.
    Optional<OneTimeLink> peek(String tokenHash, Instant now);
}
