package dev.allclear.channels.email;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// With whom we talk in private. Kept per server, so that its later connections take up the first one's session.
final class Encryptions {

    private final SSLSocketFactory trusted = sockets();
    private final SSLSocketFactory anybody = sockets(new Anybody());

    /// With those for whom an authority known to this machine vouches.
    SSLSocketFactory withTrusted() {
        return trusted;
    }

    /// Encrypted to somebody unknown is better than not at all (RFC 7435), and what Postfix on this machine offers with
    /// the certificate that it made for itself.
    SSLSocketFactory withAnybody() {
        return anybody;
    }

    private static SSLSocketFactory sockets(TrustManager... trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.length == 0 ? null : trust, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("this Java knows no TLS", unusable);
        }
    }

    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
