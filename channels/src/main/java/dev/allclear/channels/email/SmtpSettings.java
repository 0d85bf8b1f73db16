package dev.allclear.channels.email;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where our mails go: `smtp://user:password@mail.example.com:587`.
///
/// Without a port, `smtps://` takes 465, `smtp://` with a user 587 (submission, RFC 6409) and without one 25 (a relay).
/// `?starttls=required` insists on encryption and checks the server's certificate, `off` never encrypts, and
/// `opportunistic` encrypts whenever the server offers it, without checking whom it talks to. A password is sent in the
/// clear only where that was asked for: with a user, the default is `required`, except to this machine itself.
/// `?connections=10` says how many connections are held at most.
///
/// @param credentials empty for a server that takes our mail without
public record SmtpSettings(
        String host, int port, Encryption encryption, Optional<Credentials> credentials, int connections) {

    /// How the way to the server is protected.
    public enum Encryption {
        IMPLICIT,
        REQUIRED,
        OPPORTUNISTIC,
        OFF
    }

    /// User and password. Never printed.
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }
    }

    private static final String SETTING = "ALLCLEAR_SMTP_URL";
    private static final int MOST_CONNECTIONS = 100;
    private static final int USUAL_CONNECTIONS = 10;

    /// @throws IllegalArgumentException with one sentence for the operator that never holds the password
    public static SmtpSettings parse(String url) {
        var uri = read(url);
        var implicit = "smtps".equals(uri.getScheme());
        var credentials = credentials(uri);
        var options = options(uri);
        var host = host(uri);
        return new SmtpSettings(
                host,
                uri.getPort() == -1 ? usualPort(implicit, credentials.isPresent()) : port(uri),
                implicit ? implicit(options) : encryption(options, credentials.isPresent() && !isThisMachine(host)),
                credentials,
                connections(options));
    }

    private static URI read(String url) {
        try {
            var uri = new URI(url.strip());
            if (!"smtp".equals(uri.getScheme()) && !"smtps".equals(uri.getScheme())) {
                throw wrong("it does not begin with smtp:// or smtps://");
            }
            if (uri.getFragment() != null
                    || !(uri.getPath() == null
                            || uri.getPath().isEmpty()
                            || uri.getPath().equals("/"))) {
                throw wrong("something stands behind the port that does not belong there");
            }
            return uri;
        } catch (URISyntaxException unreadable) {
            throw wrong("it holds a character that must be written as % and two hexadecimal digits");
        }
    }

    private static String host(URI uri) {
        if (uri.getHost() == null) {
            throw wrong("it names no host that could be understood");
        }
        return uri.getHost().startsWith("[")
                ? uri.getHost().substring(1, uri.getHost().length() - 1)
                : uri.getHost();
    }

    private static int port(URI uri) {
        if (uri.getPort() < 1 || uri.getPort() > 65_535) {
            throw wrong("its port is not between 1 and 65535");
        }
        return uri.getPort();
    }

    private static int usualPort(boolean implicit, boolean withUser) {
        return implicit ? 465 : withUser ? 587 : 25;
    }

    private static Optional<Credentials> credentials(URI uri) {
        var written = uri.getRawUserInfo();
        if (written == null) {
            return Optional.empty();
        }
        var colon = written.indexOf(':');
        if (colon < 1 || colon == written.length() - 1) {
            throw wrong("a user needs a password and the other way round");
        }
        return Optional.of(
                new Credentials(decoded(written.substring(0, colon)), decoded(written.substring(colon + 1))));
    }

    /// Percent-decoding only: a plus stays a plus, since passwords have them.
    private static String decoded(String written) {
        var plain = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (plain.chars().anyMatch(Character::isISOControl)) {
            throw wrong("its user or password holds a control character");
        }
        return plain;
    }

    private static Map<String, String> options(URI uri) {
        if (uri.getRawQuery() == null || uri.getRawQuery().isEmpty()) {
            return Map.of();
        }
        var options = Arrays.stream(uri.getRawQuery().split("&"))
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> parts.length == 2 ? parts[1] : "", (_, last) -> last));
        if (!options.keySet().stream().allMatch(name -> name.equals("starttls") || name.equals("connections"))) {
            throw wrong("after the question mark it knows only starttls and connections");
        }
        return options;
    }

    private static Encryption implicit(Map<String, String> options) {
        if (options.containsKey("starttls")) {
            throw wrong("smtps:// is encrypted from the start, so starttls does not go with it");
        }
        return Encryption.IMPLICIT;
    }

    private static Encryption encryption(Map<String, String> options, boolean secretAtRisk) {
        return switch (options.getOrDefault("starttls", secretAtRisk ? "required" : "opportunistic")) {
            case "required" -> Encryption.REQUIRED;
            case "opportunistic" -> Encryption.OPPORTUNISTIC;
            case "off" -> Encryption.OFF;
            default -> throw wrong("starttls must be required, opportunistic or off");
        };
    }

    private static int connections(Map<String, String> options) {
        var written = options.getOrDefault("connections", Integer.toString(USUAL_CONNECTIONS));
        if (!written.matches("[0-9]{1,3}")
                || Integer.parseInt(written) < 1
                || Integer.parseInt(written) > MOST_CONNECTIONS) {
            throw wrong("connections must be a number from 1 to " + MOST_CONNECTIONS);
        }
        return Integer.parseInt(written);
    }

    /// No look-up in the DNS: only the names and addresses that can mean nothing else.
    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || (host.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                SETTING + " should look like smtp://user:password@mail.example.com:587, but " + why + ".");
    }
}
