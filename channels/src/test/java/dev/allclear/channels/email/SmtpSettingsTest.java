package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.allclear.channels.email.SmtpSettings.Credentials;
import dev.allclear.channels.email.SmtpSettings.Encryption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://ada:secret@mail.example.com,               mail.example.com, 587,  REQUIRED",
        "smtp://ada:secret@mail.example.com:2525,          mail.example.com, 2525, REQUIRED",
        "smtp://ada:secret@mail.example.com?starttls=off,  mail.example.com, 587,  OFF",
        "smtp://mail.example.com,                          mail.example.com, 25,   OPPORTUNISTIC",
        "smtp://mail.example.com?starttls=required,        mail.example.com, 25,   REQUIRED",
        "smtp://ada:secret@localhost:1025,                 localhost,        1025, OPPORTUNISTIC",
        "smtp://ada:secret@127.0.0.1:1025,                 127.0.0.1,        1025, OPPORTUNISTIC",
        "smtp://ada:secret@[::1]:1025,                     ::1,              1025, OPPORTUNISTIC",
        "smtps://ada:secret@mail.example.com,              mail.example.com, 465,  IMPLICIT",
        "smtps://mail.example.com:2465/,                   mail.example.com, 2465, IMPLICIT",
    })
    void reads_host_port_and_encryption(String url, String host, int port, Encryption encryption) {
        var settings = SmtpSettings.parse(url);

        assertThat(settings.host()).isEqualTo(host);
        assertThat(settings.port()).isEqualTo(port);
        assertThat(settings.encryption()).isEqualTo(encryption);
    }

    @Test
    void decodes_user_and_password_but_leaves_a_plus_alone() {
        var settings = SmtpSettings.parse("smtp://ada%40example.com:p%40s%3As+%C3%BC@mail.example.com");

        assertThat(settings.credentials()).isEqualTo(Optional.of(new Credentials("ada@example.com", "p@s:s+ü")));
    }

    @Test
    void never_prints_the_password() {
        assertThat(SmtpSettings.parse("smtp://ada:secret@mail.example.com").toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail.example.com                                 | does not begin with smtp://
            http://mail.example.com                          | does not begin with smtp://
            smtp://                                          | a character that must be written
            smtp:mail.example.com                            | names no host
            smtp://ada:secret@mail_relay                     | names no host
            smtp://ada@mail.example.com                      | a user needs a password
            smtp://ada:@mail.example.com                     | a user needs a password
            smtp://:secret@mail.example.com                  | a user needs a password
            smtp://ada:sec ret@mail.example.com              | a character that must be written
            smtp://ada:secret%0d%0aQUIT@mail.example.com     | a control character
            smtp://ada:secret@mail.example.com:0             | port is not between
            smtp://ada:secret@mail.example.com:70000         | port is not between
            smtp://mail.example.com/inbox                    | something stands behind the port
            smtp://mail.example.com#top                      | something stands behind the port
            smtp://mail.example.com?starttls=yes             | starttls must be
            smtp://mail.example.com?tls=required             | knows only starttls, connections and pace
            smtp://mail.example.com?connections=0            | from 1 to 100
            smtp://mail.example.com?connections=many         | from 1 to 100
            smtp://mail.example.com?pace=0                   | pace must be
            smtp://mail.example.com?pace=-1                  | pace must be
            smtp://mail.example.com?pace=1e9                 | pace must be
            smtps://mail.example.com?starttls=required       | does not go with it
            """)
    void refuses_what_makes_no_sense_in_one_sentence_without_the_password(String url, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpSettings.parse(url))
                .withMessageStartingWith("it should look like smtp://")
                .withMessageContaining(reason)
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void connections_and_pace_may_be_set() {
        var usual = SmtpSettings.parse("smtp://mail.example.com");
        var slow = SmtpSettings.parse("smtp://mail.example.com?connections=2&pace=0.5");

        assertThat(usual.connections()).isEqualTo(20);
        assertThat(usual.pace()).isEmpty();
        assertThat(slow.connections()).isEqualTo(2);
        assertThat(slow.pace()).hasValue(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://one.example.com smtps://ada:secret@two.example.com?pace=5",
                "smtp://one.example.com,smtps://ada:secret@two.example.com?pace=5",
                " smtp://one.example.com ,\n  smtps://ada:secret@two.example.com?pace=5 ",
            })
    void several_servers_stand_in_their_order(String urls) {
        assertThat(SmtpSettings.parseAll(urls))
                .extracting(SmtpSettings::name)
                .containsExactly("one.example.com:25", "two.example.com:465");
    }

    @Test
    void of_several_the_wrong_one_is_named_by_its_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SmtpSettings.parseAll(
                                "smtp://ada:secret@one.example.com smtp://ada:secret@two.example.com:0 http://three.example.com"))
                .withMessage("it should look like smtp://user:password@mail.example.com:587, but number 2 of its 3"
                        + " addresses is wrong: its port is not between 1 and 65535.");
    }
}
