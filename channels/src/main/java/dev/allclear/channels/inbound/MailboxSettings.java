package dev.allclear.channels.inbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Where mail that comes back lies: `imaps://user:password@mail.example.com/INBOX`.
///
/// `imaps://` is encrypted from the start, `imap://` asks for it at once (STARTTLS, required) and sends the password in
/// the clear to this machine alone.
///
/// @param encryption whether it is encrypted from the start, later, or not at all
public record MailboxSettings(
        String host, int port, Encryption encryption, String user, String password, String folder, Duration every) {

    /// How the way to the mailbox is protected.
    public enum Encryption {
        IMPLICIT,
        STARTTLS,
        OFF
    }

    private static final Duration USUAL = Duration.ofSeconds(30);

    /// @throws IllegalArgumentException with one sentence for the operator that never holds the password
    public static MailboxSettings parse(String written) {
        var url = read(written);
        var implicit = "imaps".equals(url.getScheme());
        var user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo();
        var colon = user.indexOf(':');
        if (colon < 1 || colon == user.length() - 1) {
            throw wrong("it names no user and password");
        }
        var path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
        return new MailboxSettings(
                url.getHost(),
                url.getPort() != -1 ? url.getPort() : implicit ? 993 : 143,
                implicit ? Encryption.IMPLICIT : isThisMachine(url.getHost()) ? Encryption.OFF : Encryption.STARTTLS,
                decoded(user.substring(0, colon)),
                decoded(user.substring(colon + 1)),
                path.isEmpty() ? "INBOX" : path,
                USUAL);
    }

    private static URI read(String written) {
        try {
            var url = new URI(written.strip());
            if (!"imap".equals(url.getScheme()) && !"imaps".equals(url.getScheme())) {
                throw wrong("it does not begin with imap:// or imaps://");
            }
            if (url.getHost() == null) {
                throw wrong("it names no host that could be understood");
            }
            if (url.getRawQuery() != null || url.getRawFragment() != null) {
                throw wrong("something stands behind the folder that does not belong there");
            }
            return url;
        } catch (URISyntaxException unreadable) {
            throw wrong("it holds a character that must be written as % and two hexadecimal digits");
        }
    }

    /// Percent-decoding only: a plus stays a plus, since passwords have them.
    private static String decoded(String written) {
        var plain = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (plain.chars().anyMatch(Character::isISOControl)) {
            throw wrong("its user or password holds a control character");
        }
        return plain;
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.[0-9.]+");
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                "it should look like imaps://user:password@mail.example.com/INBOX, but " + why + ".");
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + folder;
    }
}
