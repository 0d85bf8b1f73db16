package dev.allclear.people;

import dev.allclear.PageId;
import dev.allclear.Text;
import java.time.Instant;
import java.util.Optional;

/// A key by which a program acts on one page.
///
/// @param prefix the first characters of the key, by which people tell keys apart
/// @param hash SHA-256 of the whole key, in hexadecimal
/// @param scope what it may do, as a role
public record ApiKey(
        ApiKeyId id,
        PageId page,
        String name,
        String prefix,
        String hash,
        Role scope,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    public ApiKey {
        name = Text.line("name", name, 80);
    }

    public boolean isValid(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }
}
