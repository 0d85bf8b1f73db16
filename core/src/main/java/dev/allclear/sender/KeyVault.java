package dev.allclear.sender;

import dev.allclear.Entropy;
import dev.allclear.wording.Signature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals private keys, so that a dump of the database opens none: AES-256-GCM under a key that is derived from the
/// installation's secret, which stands outside the database.
public final class KeyVault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final Entropy entropy;

    public KeyVault(Signature signature, Entropy entropy) {
        this.key = new SecretKeySpec(signature.derived("keys that sign mail").of("vault"), "AES");
        this.entropy = entropy;
    }

    /// @param name whose it is; sealed for one, it opens for no other
    String seal(String name, byte[] secret) {
        var nonce = Arrays.copyOf(Base64.getUrlDecoder().decode(entropy.secret()), NONCE);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(secret);
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws IllegalStateException when it was sealed under another secret, or altered
    byte[] open(String name, String sealed) {
        var whole = Base64.getDecoder().decode(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOf(whole, NONCE))
                    .doFinal(whole, NONCE, whole.length - NONCE);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "The signing key " + name + " was sealed under another secret (ALLCLEAR_SECRET), or altered.",
                    wrong);
        }
    }

    /// Whether it can sign here.
    public boolean opens(SigningKey one) {
        try {
            return open(one).length > 0;
        } catch (IllegalStateException sealedElsewhere) {
            return false;
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// The private half, encoded as PKCS #8. It goes to what signs, and nowhere else.
    public byte[] open(SigningKey one) {
        return open(one.name(), one.sealed());
    }
}
