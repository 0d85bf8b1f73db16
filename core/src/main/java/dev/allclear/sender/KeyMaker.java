package dev.allclear.sender;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Makes signing keys: RSA of 2048 bits, which every receiver can check and which fits into DNS.
public record KeyMaker(KeyVault vault) {

    private static final int BITS = 2048;

    /// Takes up to a second.
    public SigningKey make(String domain, String selector, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var name = selector + "._domainkey." + domain;
            return new SigningKey(
                    domain,
                    selector,
                    vault.seal(name, pair.getPrivate().getEncoded()),
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    now,
                    Optional.empty(),
                    Optional.empty());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
