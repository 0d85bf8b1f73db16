package dev.allclear.channels.email;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where our mails go: `smtp://user:password@mail.example.com:587`.
///
/// Without a port, `smtps://` takes 465, `smtp://` with a user 587 (submission, RFC 6409) and without one 25 (a relay).
/// `?starttls=required` insists on encryption and checks the server's certificate, `off` never encrypts, and
/// `opportunistic` encrypts whenever the server offers it, without checking whom it talks to. A password is sent in the
/// clear only where that was asked for: with a user, the default is `required`, except to this machine itself.
/// `?connections=10` says how many connections are held at most, `?pace=50` how many mails the server may get in a
/// second.
///
/// @param credentials empty for a server that takes our mail without
/// @param pace mails per second, all nodes together; empty for as fast as it goes
public record SmtpSettings(
        String host,
        int port,
        Encryption encryption,
        Optional<Credentials> credentials,
        int connections,
        OptionalDouble pace) {

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

    private static final int MOST_CONNECTIONS = 100;

    /// As many as Postfix opens to one destination, and half of what it lets one client have.
    private static final int USUAL_CONNECTIONS = 20;

    private static final Set<String> OPTIONS = Set.of("starttls", "connections", "pace");
    private static final Pattern PACE = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+(?=[A-Za-z][A-Za-z0-9+.-]*://)");

    /// Several addresses, with blanks or commas between them: the first is preferred, the others stand in for it.
    ///
    /// @throws IllegalArgumentException with one sentence for the operator that never holds a password
    public static List<SmtpSettings> parseAll(String urls) {
        var written = BETWEEN.split(urls.strip(), -1);
        return IntStream.range(0, written.length)
                .mapToObj(number -> parse(written[number], written.length == 1 ? "" : place(number, written.length)))
                .toList();
    }

    private static String place(int number, int count) {
        return "number " + (number + 1) + " of its " + count + " addresses is wrong: ";
    }

    /// @throws IllegalArgumentException with one sentence for the operator that never holds the password
    public static SmtpSettings parse(String url) {
        return parse(url, "");
    }

    private static SmtpSettings parse(String url, String place) {
        try {
            return parse(read(url));
        } catch (Wrong wrong) {
            throw new IllegalArgumentException("it should look like smtp://user:password@mail.example.com:587, but "
                    + place + wrong.getMessage() + ".");
        }
    }

    private static SmtpSettings parse(URI uri) {
        var implicit = "smtps".equals(uri.getScheme());
        var credentials = credentials(uri);
        var options = options(uri);
        var host = host(uri);
        return new SmtpSettings(
                host,
                uri.getPort() == -1 ? usualPort(implicit, credentials.isPresent()) : port(uri),
                implicit ? implicit(options) : encryption(options, credentials.isPresent() && !isThisMachine(host)),
                credentials,
                connections(options),
                pace(options));
    }

    /// Host and port.
    public String name() {
        return host + ":" + port;
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
        if (!OPTIONS.containsAll(options.keySet())) {
            throw wrong("after the question mark it knows only starttls, connections and pace");
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

    private static OptionalDouble pace(Map<String, String> options) {
        var written = options.get("pace");
        if (written == null) {
            return OptionalDouble.empty();
        }
        if (!PACE.matcher(written).matches() || Double.parseDouble(written) == 0) {
            throw wrong("pace must be a number of mails per second above 0, such as 50 or 0.5");
        }
        return OptionalDouble.of(Double.parseDouble(written));
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

    private static Wrong wrong(String why) {
        return new Wrong(why);
    }

    /// What is wrong, as the end of a sentence.
    private static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        Wrong(String why) {
            super(why, null, false, false);
        }
    }
}
