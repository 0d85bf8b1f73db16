package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.people.Actor;
import dev.allclear.people.ApiKey;
import dev.allclear.people.ApiKeyId;
import dev.allclear.people.Role;
import dev.allclear.transaction.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The front door for API keys: made, shown once, recognised by their fingerprint, revoked at once.
public final class KeyDesk {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private volatile @Nullable String installationKey;

    public KeyDesk(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
    }

    /// Lets a key from the settings act as owner of every page for as long as this process runs. It is stored
    /// nowhere, so taking it out of the settings revokes it.
    public void ensure(String key) {
        if (!VISIBLE.matcher(key).matches()) {
            throw new Refused.Invalid(
                    "ALLCLEAR_API_KEY", "An API key is up to 200 visible ASCII characters without blanks.");
        }
        installationKey = Fingerprint.of(key);
    }

    /// A new key.
    ///
    /// @param secret the whole key, shown this once
    public record Created(ApiKey key, String secret) {}

    /// @param expiresAt empty for never
    public Created create(PageId page, String name, Role scope, Optional<Instant> expiresAt, Actor actor) {
        return store.inTransaction(tx -> {
            var now = clock.instant();
            if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
                throw new Refused.Invalid("expiresAt", "A key must expire in the future.");
            }
            var prefix = "ac_" + entropy.id().substring(0, 8);
            var secret = prefix + "_" + entropy.secret();
            var key = new ApiKey(
                    new ApiKeyId(entropy.id()),
                    page,
                    name,
                    prefix,
                    Fingerprint.of(secret),
                    scope,
                    now,
                    expiresAt,
                    Optional.empty(),
                    Optional.empty());
            tx.apiKeys().add(key);
            tx.journal()
                    .append(page, now, actor.name(), "key.created", key.id().value(), key.name() + ", " + scope.key());
            return new Created(key, secret);
        });
    }

    /// Newest first, revoked ones too.
    public List<ApiKey> all(PageId page) {
        return store.reading(tx -> tx.apiKeys().all(page));
    }

    /// Revoking twice is as good as once.
    public void revoke(PageId page, ApiKeyId id, Actor actor) {
        store.inTransaction(tx -> {
            var key = tx.apiKeys().all(page).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refused.NotFound("API key"));
            if (key.revokedAt().isEmpty()) {
                var now = clock.instant();
                tx.apiKeys().revoke(page, id, now);
                tx.journal().append(page, now, actor.name(), "key.revoked", id.value(), key.name());
            }
            return key;
        });
    }

    /// Whoever shows a valid key.
    ///
    /// @param id tells holders apart, for limits and repeated requests
    public record Holder(String id, Actor actor, Role scope) {}

    /// @return empty for a key that is unknown, revoked, expired, or another page's: the caller can't tell which
    public Optional<Holder> recognise(PageId page, String presented) {
        var fingerprint = Fingerprint.of(presented);
        if (isInstallationKey(fingerprint)) {
            return Optional.of(new Holder("installation", new Actor("API key ALLCLEAR_API_KEY"), Role.OWNER));
        }
        var now = clock.instant();
        var known = store.reading(tx -> tx.apiKeys().findByHash(fingerprint))
                .filter(key -> key.page().equals(page) && key.isValid(now));
        known.ifPresent(key -> noteUse(key, now));
        return known.map(key -> new Holder(key.id().value(), Actor.of(key), key.scope()));
    }

    private boolean isInstallationKey(String fingerprint) {
        var key = installationKey;
        return key != null
                && MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.US_ASCII), fingerprint.getBytes(StandardCharsets.US_ASCII));
    }

    private void noteUse(ApiKey key, Instant now) {
        if (key.lastUsedAt().isEmpty()
                || key.lastUsedAt().get().plus(NOTE_USE_EVERY).isBefore(now)) {
            store.inTransaction(tx -> {
                tx.apiKeys().used(key.id(), now);
                return key;
            });
        }
    }
}
