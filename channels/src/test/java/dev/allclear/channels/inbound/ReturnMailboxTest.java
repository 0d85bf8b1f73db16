package dev.allclear.channels.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.allclear.operation.ReturnDesk.Consequence;
import dev.allclear.returns.Returned;
import dev.allclear.returns.Ticket;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a mailbox server that other people wrote.
class ReturnMailboxTest {

    private final List<Returned> taken = new ArrayList<>();
    private GreenMail server;
    private GreenMailUser user;
    private boolean storeIsAway;
    private Predicate<Returned> isTooEarly = _ -> false;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("returns@fernhill.example", "returns", "p@ss+word");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ReturnMailbox mailbox() {
        var settings = MailboxSettings.parse(
                "imap://returns:p%40ss+word@127.0.0.1:" + server.getImap().getPort() + "/INBOX");
        return new ReturnMailbox(settings, new Intake(Samples.ADDRESSES, Samples::ticket, this::take));
    }

    private Consequence take(Ticket ticket, Returned returned) {
        if (storeIsAway) {
            throw new IllegalStateException("no database");
        }
        if (isTooEarly.test(returned)) {
            return Consequence.NOT_YET;
        }
        taken.add(returned);
        return Consequence.NOTED;
    }

    private void arrives(String... names) throws MessagingException {
        for (var name : names) {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(Samples.bytes(name))));
        }
    }

    private List<String> flags() throws FolderException {
        return server
                .getManagers()
                .getImapHostManager()
                .getFolder(user, ImapConstants.INBOX_NAME)
                .getMessages()
                .stream()
                .map(message -> (message.isSet(Flags.Flag.SEEN) ? "seen" : "new")
                        + (message.isSet(Flags.Flag.FLAGGED) ? " flagged" : ""))
                .toList();
    }

    @Test
    void what_came_is_read_once_and_what_makes_no_sense_is_flagged() throws Exception {
        arrives("postfix-unknown-user", "complaint", "leave", "thanks", "complaint-unsigned", "out-of-office");
        try (var mailbox = mailbox()) {
            assertThat(mailbox.look()).isEqualTo(6);
            assertThat(mailbox.look()).isZero();
        }

        assertThat(taken)
                .extracting(Object::getClass)
                .containsExactly(
                        Returned.Bounced.class,
                        Returned.Complained.class,
                        Returned.Leave.class,
                        Returned.Unreadable.class,
                        Returned.Ignored.class);
        assertThat(flags()).containsExactly("seen", "seen", "seen", "seen flagged", "seen flagged", "seen");
    }

    @Test
    void what_could_not_be_committed_stays_new() throws Exception {
        arrives("postfix-unknown-user");
        storeIsAway = true;
        try (var mailbox = mailbox()) {
            assertThatIllegalStateException().isThrownBy(mailbox::look);
            assertThat(flags()).containsExactly("new");

            storeIsAway = false;
            assertThat(mailbox.look()).isEqualTo(1);
        }
        assertThat(flags()).containsExactly("seen");
        assertThat(taken).hasSize(1);
    }

    @Test
    void what_has_to_wait_stays_new_and_keeps_nothing_behind_it() throws Exception {
        arrives("postfix-unknown-user", "complaint");
        isTooEarly = returned -> returned instanceof Returned.Bounced;
        try (var mailbox = mailbox()) {
            assertThat(mailbox.look()).isEqualTo(1);
            assertThat(flags()).containsExactly("new", "seen");

            isTooEarly = _ -> false;
            assertThat(mailbox.look()).isEqualTo(1);
        }
        assertThat(flags()).containsExactly("seen", "seen");
    }

    @Test
    void what_is_too_large_is_left_to_people() throws Exception {
        var large = Samples.text("qmail") + "x".repeat(ReturnReader.LONGEST);
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
        try (var mailbox = mailbox()) {
            mailbox.look();
        }

        assertThat(taken).isEmpty();
        assertThat(flags()).containsExactly("seen flagged");
    }

    @Test
    void a_server_that_is_away_is_tried_again_and_read_when_it_is_back() throws Exception {
        arrives("postfix-unknown-user");
        try (var mailbox = mailbox()) {
            server.stop();
            assertThatExceptionOfType(MessagingException.class).isThrownBy(mailbox::look);
        }
    }

    @Test
    void a_wrong_setting_is_told_without_the_password() {
        for (var wrong : List.of(
                "http://user:hunter2@mail.example.com",
                "imaps://mail.example.com/INBOX",
                "imaps://user@mail.example.com/INBOX",
                "imaps://user:hunter2@/INBOX",
                "imaps://user:hunter2@mail.example.com/INBOX?x=y",
                "imaps://user:hunter2 @mail.example.com")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> MailboxSettings.parse(wrong))
                    .withMessageContaining("imaps://user:password@mail.example.com/INBOX")
                    .withMessageNotContaining("hunter2");
        }
        var right = MailboxSettings.parse("imaps://returns%40fernhill.example:secret@mail.example.com/Returned%20mail");
        assertThat(right.user()).isEqualTo("returns@fernhill.example");
        assertThat(right.folder()).isEqualTo("Returned mail");
        assertThat(right.port()).isEqualTo(993);
        assertThat(right.toString()).doesNotContain("secret");
    }
}
