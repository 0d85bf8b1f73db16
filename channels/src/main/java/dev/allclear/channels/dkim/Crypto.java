package dev.allclear.channels.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/// Signs with RSA, by the fastest means that there is here.
///
/// A signature costs more than all the rest of a mail: a millisecond with the JDK, a quarter of it with Amazon's
/// Corretto provider. That one is native code for some machines only, so it is taken where it works.
public final class Crypto {

    private static final String FAST = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String JDK = "SunRsaSign";

    private final Provider provider;

    private Crypto(Provider provider) {
        this.provider = provider;
    }

    public static Crypto ofJdk() {
        return new Crypto(Security.getProvider(JDK));
    }

    /// Amazon's where it can be used, else the JDK's.
    public static Crypto fastest() {
        try {
            var provider = Class.forName(FAST)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance();
            // It can be there without its native part working on this machine.
            Signature.getInstance("SHA256withRSA", provider);
            KeyFactory.getInstance("RSA", provider);
            return new Crypto(provider);
        } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError absent) {
            return ofJdk();
        }
    }

    /// Who signs, for people.
    public String name() {
        return provider.getName().equals(JDK) ? "the JDK" : provider.getName();
    }

    /// @param encoded as PKCS #8
    public PrivateKey read(byte[] encoded) {
        try {
            return KeyFactory.getInstance("RSA", provider).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("not a private RSA key", broken);
        }
    }

    byte[] sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA", provider);
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }
}
