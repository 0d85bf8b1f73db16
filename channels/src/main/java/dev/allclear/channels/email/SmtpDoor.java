package dev.allclear.channels.email;

import dev.allclear.channels.email.SmtpSettings.Credentials;
import dev.allclear.channels.email.SmtpSettings.Encryption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// Everything that comes before the first mail: connecting, the greeting, encryption, and signing in.
final class SmtpDoor {

    private final SmtpSettings settings;
    private final String ownName;
    private final Patience patience;
    private final Watchdog watchdog;
    private final Encryptions encryptions = new Encryptions();

    /// @param ownName what we call ourselves to the server
    SmtpDoor(SmtpSettings settings, String ownName, Patience patience, Watchdog watchdog) {
        this.settings = settings;
        this.ownName = ownName;
        this.patience = patience;
        this.watchdog = watchdog;
    }

    /// @throws IOException when the server can't be reached, doesn't greet us, or doesn't know us
    SmtpConnection open(Instant now) throws IOException {
        var wire = SmtpWire.to(settings.host(), settings.port(), patience, watchdog);
        try {
            if (settings.encryption() == Encryption.IMPLICIT) {
                encrypt(wire);
            }
            positive(wire.answer());
            var server = protectedBy(wire, hello(wire));
            if (settings.credentials().isPresent()) {
                signIn(wire, server, settings.credentials().get());
            }
            return new SmtpConnection(wire, server, now);
        } catch (IOException | RuntimeException failed) {
            wire.close();
            throw failed;
        }
    }

    private SmtpExtensions hello(SmtpWire wire) throws IOException {
        var answer = ask(wire, "EHLO " + ownName);
        if (answer.code() / 100 == 5 && answer.code() != 554) {
            positive(ask(wire, "HELO " + ownName));
            return SmtpExtensions.NONE;
        }
        return SmtpExtensions.of(positive(answer));
    }

    private SmtpExtensions protectedBy(SmtpWire wire, SmtpExtensions server) throws IOException {
        return switch (settings.encryption()) {
            case IMPLICIT, OFF -> server;
            case REQUIRED -> {
                if (!server.offers("STARTTLS")) {
                    throw new IOException("STARTTLS is required, but the server does not offer it");
                }
                positive(ask(wire, "STARTTLS"));
                yield helloAgain(wire);
            }
            case OPPORTUNISTIC ->
                server.offers("STARTTLS") && ask(wire, "STARTTLS").isPositive() ? helloAgain(wire) : server;
        };
    }

    private SmtpExtensions helloAgain(SmtpWire wire) throws IOException {
        encrypt(wire);
        return hello(wire);
    }

    private void encrypt(SmtpWire wire) throws IOException {
        var anybody = settings.encryption() == Encryption.OPPORTUNISTIC;
        wire.encrypt(
                anybody ? encryptions.withAnybody() : encryptions.withTrusted(),
                !anybody,
                settings.host(),
                settings.port());
    }

    /// One way only: servers count each try as a wrong password.
    private static void signIn(SmtpWire wire, SmtpExtensions server, Credentials credentials) throws IOException {
        if (server.offersToSignInBy("PLAIN")) {
            positive(ask(wire, "AUTH PLAIN " + base64("\0" + credentials.user() + "\0" + credentials.password())));
        } else if (server.offersToSignInBy("LOGIN")) {
            wanted(334, ask(wire, "AUTH LOGIN"));
            wanted(334, ask(wire, base64(credentials.user())));
            positive(ask(wire, base64(credentials.password())));
        } else {
            throw new IOException("we have a user and password, but the server offers neither AUTH PLAIN nor LOGIN");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SmtpAnswer ask(SmtpWire wire, String command) throws IOException {
        wire.put(command).flush();
        return wire.answer();
    }

    private static SmtpAnswer positive(SmtpAnswer answer) throws IOException {
        if (!answer.isPositive()) {
            throw new IOException(answer.text());
        }
        return answer;
    }

    private static void wanted(int code, SmtpAnswer answer) throws IOException {
        if (answer.code() != code) {
            throw new IOException(answer.text());
        }
    }
}
