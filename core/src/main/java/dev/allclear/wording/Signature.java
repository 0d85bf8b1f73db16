package dev.allclear.wording;

import dev.allclear.OpaqueId;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes and checks the tokens in links that need no account: an HMAC over page, subscriber, purpose and expiry.
///
/// Nothing is stored, so a dump of the database gives nobody a working link.
public final class Signature {

    /// What a token lets its holder do; one made for one purpose serves no other.
    public enum Purpose {
        CONFIRM,
        MANAGE,
        UNSUBSCRIBE
    }

    /// With the key in it, to be copied: making one anew costs more than using it.
    private final Mac prototype;

    /// @param secret at least 32 bytes, kept outside the database
    public Signature(byte[] secret) {
        try {
            this.prototype = Mac.getInstance("HmacSHA256");
            prototype.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param expires unsubscribing must work for as long as the mail exists: use `Instant.MAX` for never
    public String token(PageId page, SubscriberId subscriber, Purpose purpose, Instant expires) {
        var until = expires.equals(Instant.MAX) ? "0" : Long.toString(expires.getEpochSecond(), 36);
        return subscriber.value() + "." + until + "." + seal(page, subscriber.value(), purpose, until);
    }

    /// @throws Refused.NotFound for anything that we did not make for this page and purpose, or that has expired
    public SubscriberId check(PageId page, String token, Purpose purpose, Instant now) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || !isAuthentic(page, parts, purpose) || hasExpired(parts[1], now)) {
            throw new Refused.NotFound("link, or it has expired");
        }
        return new SubscriberId(OpaqueId.checked("link", parts[0]));
    }

    private boolean isAuthentic(PageId page, String[] parts, Purpose purpose) {
        var expected = seal(page, parts[0], purpose, parts[1]);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), parts[2].getBytes(StandardCharsets.UTF_8));
    }

    private static boolean hasExpired(String until, Instant now) {
        return !until.equals("0") && now.getEpochSecond() >= Long.parseLong(until, 36);
    }

    /// Stands for an address where the address itself must not be kept: the same for the same one, and opened by nobody
    /// without the secret.
    public String seal(PageId page, EmailAddress address) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(sum("address of " + page.value() + "|" + address.key()), 16));
    }

    /// A hash for another purpose, which shares nothing with the tokens but the secret.
    ///
    /// @param purpose in words, with blanks between them: no token begins so
    public KeyedHash derived(String purpose) {
        return new KeyedHash(sum(purpose));
    }

    private String seal(PageId page, String subscriber, Purpose purpose, String until) {
        var sum = sum(String.join("|", page.value(), subscriber, purpose.name(), until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, 16));
    }

    private byte[] sum(String text) {
        try {
            return ((Mac) prototype.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
