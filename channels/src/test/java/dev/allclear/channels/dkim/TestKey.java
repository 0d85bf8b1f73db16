package dev.allclear.channels.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;

/// A key pair of example.com, made for this run.
public record TestKey(KeyPair pair) {

    public static TestKey make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new TestKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public DkimSigner signer(Crypto crypto) {
        var key = new DkimKey(
                "example.com", "ac2026a", crypto.read(pair.getPrivate().getEncoded()));
        return new DkimSigner(() -> Optional.of(key), crypto);
    }

    public String record() {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }
}
