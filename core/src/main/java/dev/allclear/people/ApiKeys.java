package dev.allclear.people;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// API keys, where they are kept.
public interface ApiKeys {

    void add(ApiKey key);

    Optional<ApiKey> findByHash(String hash);

    /// Newest first, revoked ones too.
    List<ApiKey> all(PageId page);

    void revoke(PageId page, ApiKeyId id, Instant at);

    void used(ApiKeyId id, Instant at);
}
