package dev.allclear.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.language.Language;
import dev.allclear.people.Actor;
import dev.allclear.returns.ReturnAddresses;
import dev.allclear.testkit.Stories;
import dev.allclear.wording.Signature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole product takes a mail that comes back.
final class ReturnedMailTest {

    private static final String SECRET = "5a".repeat(32);
    private static final EmailAddress ADA = new EmailAddress("ada@shops.example");

    @TempDir
    Path folder;

    @Test
    void a_mail_to_the_address_for_leaving_takes_the_reader_off_the_list() throws IOException {
        var listener = freePort();
        var settings = settings(
                Map.of(Setting.RETURN_DOMAIN, "returns.example", Setting.RETURN_LISTEN, "127.0.0.1:" + listener));
        try (var allclear = Allclear.start(settings)) {
            var page = Stories.opened(allclear.doors().store()).id();
            var reader = allclear.doors()
                    .subscriptions()
                    .add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), Actor.SYSTEM);
            var leave = addresses().leave(page, reader.id()).orElseThrow().value();

            assertThat(send(listener, "stranger@returns.example")).startsWith("550");
            assertThat(send(listener, leave)).startsWith("250 2.0.0 Noted");

            assertThat(found(allclear, page).standing())
                    .isInstanceOfSatisfying(
                            Standing.Left.class, left -> assertThat(left.why()).isEqualTo("unsubscribed by mail"));
        }
    }

    private static Subscriber found(Allclear allclear, PageId page) {
        return allclear.doors()
                .store()
                .reading(tx -> tx.subscribers().findByAddress(page, ADA))
                .orElseThrow();
    }

    private static ReturnAddresses addresses() {
        return new ReturnAddresses(
                "returns.example", ADA, new Signature(HexFormat.of().parseHex(SECRET)));
    }

    /// @return the first reply that is no yes, or the one to the mail
    private static String send(int port, String recipient) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            var reply = replies.readLine();
            for (var command : List.of(
                    "HELO test",
                    "MAIL FROM:<ada@shops.example>",
                    "RCPT TO:<" + recipient + ">",
                    "DATA",
                    "Subject: unsubscribe\r\n\r\n.")) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                reply = replies.readLine();
                if (reply.startsWith("5")) {
                    return reply;
                }
            }
            return reply;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void half_a_setting_stops_the_start_with_a_sentence() {
        for (var half : List.of(
                Map.of(Setting.RETURN_DOMAIN, "returns.example"),
                Map.of(Setting.RETURN_LISTEN, "127.0.0.1:2526"),
                Map.of(Setting.RETURN_DOMAIN, "not a domain", Setting.RETURN_LISTEN, "127.0.0.1:2526"),
                Map.of(Setting.RETURN_DOMAIN, "returns.example", Setting.RETURN_LISTEN, "somewhere"),
                Map.of(Setting.RETURN_DOMAIN, "returns.example", Setting.RETURN_MAILBOX, "imaps://x"))) {
            assertThatExceptionOfType(WrongSetting.class)
                    .isThrownBy(() -> settings(half))
                    .withMessageContaining(half.size() == 1 ? "set ALLCLEAR_RETURN" : "it should");
        }
    }

    private Settings settings(Map<Setting, String> more) {
        var flags = new HashMap<>(more);
        flags.put(Setting.DATA, folder.toString());
        flags.put(Setting.SECRET, SECRET);
        flags.putIfAbsent(Setting.PORT, String.valueOf(free()));
        return Settings.from(Sources.read(flags, Map.of(), folder));
    }

    private static int free() {
        try {
            return freePort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
