package dev.allclear.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import dev.allclear.app.settings.WrongSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where settings come from, and what is said about those that make no sense.
class SettingsTest {

    private static final String KEY = "ac_0123456789abcdef0123456789abcdef";
    private static final String SECRET = "9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015";

    @TempDir
    private Path folder;

    @Test
    void without_any_setting_it_runs_on_this_machine_alone() {
        var settings = settings(Map.of(), Map.of());

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.base()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.strictHosts()).isFalse();
        assertThat(settings.data()).isAbsolute().hasFileName("data");
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.mailServers()).isEmpty();
        assertThat(settings.apiKey()).isEmpty();
        assertThat(settings.secret()).isEmpty();
        assertThat(settings.trustedProxies()).isZero();
    }

    @Test
    void a_flag_wins_over_the_environment_which_wins_over_the_file() throws IOException {
        yaml("port: 7003\nhost: 0.0.0.3\nbase-url: https://file.example.com\n");
        var environment = Map.of("ALLCLEAR_PORT", "7002", "ALLCLEAR_HOST", "0.0.0.2");
        var settings = settings(Map.of(Setting.PORT, "7001"), environment);

        assertThat(settings.port()).isEqualTo(7001);
        assertThat(settings.host()).isEqualTo("0.0.0.2");
        assertThat(settings.base()).isEqualTo(URI.create("https://file.example.com"));
    }

    @Test
    void an_empty_variable_counts_as_none() throws IOException {
        yaml("port: 7003\n");

        assertThat(settings(Map.of(), Map.of("ALLCLEAR_PORT", "  ")).port()).isEqualTo(7003);
    }

    @Test
    void an_empty_file_sets_nothing() throws IOException {
        yaml("\n");

        assertThat(settings(Map.of(), Map.of()).port()).isEqualTo(8080);
    }

    @Test
    void other_host_names_are_turned_away_only_once_the_base_is_known() {
        assertThat(settings(Map.of(Setting.BASE_URL, "https://status.example.com/"), Map.of()))
                .satisfies(settings -> assertThat(settings.strictHosts()).isTrue())
                .satisfies(settings -> assertThat(settings.base()).isEqualTo(URI.create("https://status.example.com")));
    }

    @Test
    void mails_come_from_the_host_of_the_base_unless_told_otherwise() {
        var base = Map.of(Setting.BASE_URL, "https://status.example.com");
        assertThat(settings(base, Map.of()).mailFrom().value()).isEqualTo("status@status.example.com");
        assertThat(settings(base, Map.of("ALLCLEAR_MAIL_FROM", "news@example.com"))
                        .mailFrom()
                        .value())
                .isEqualTo("news@example.com");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            PORT            | http                         | it should be a port number from 1 to 65535, such as 8080, not http.
            PORT            | 65536                        | it should be a port number from 1 to 65535, such as 8080, not 65536.
            PORT            | -1                           | it should be a port number from 1 to 65535, such as 8080, not -1.
            PORT            | 0                            | it should be a port number from 1 to 65535, such as 8080, not 0.
            PORT            | ٨٠                           | it should be a port number from 1 to 65535, such as 8080, not ٨٠.
            BASE_URL        | status.example.com           | it should be an address without a path, such as https://status.example.com, not status.example.com.
            BASE_URL        | https://example.com/status   | it should be an address without a path, such as https://status.example.com, not https://example.com/status.
            BASE_URL        | ftp://example.com            | it should be an address without a path, such as https://status.example.com, not ftp://example.com.
            BASE_URL        | https://example.com?x=1      | it should be an address without a path, such as https://status.example.com, not https://example.com?x=1.
            BASE_URL        | https://a b                  | it should be an address without a path, such as https://status.example.com, not https://a b.
            DATABASE_URL    | jdbc:mysql://localhost/x     | it should begin with jdbc:postgresql://, or be left out for SQLite.
            MAIL_FROM       | status at example.com        | it should be a mail address such as status@example.com, not status at example.com.
            SMTP_URL        | mail.example.com             | it should look like smtp://user:password@mail.example.com:587, but it does not begin with smtp:// or smtps://.
            API_KEY         | ac_short                     | an API key should have at least 32 characters.
            TRUSTED_PROXIES | many                         | it should be a number from 0 to 9, not many.
            TRUSTED_PROXIES | 10                           | it should be a number from 0 to 9, not 10.
            SECRET          | secret                       | it should be 64 hexadecimal digits.
            """)
    void a_wrong_value_is_named_with_its_source_and_what_would_be_right(Setting setting, String value, String rule)
            throws IOException {
        assertRefused(setting.flag() + " is wrong: " + rule, Map.of(setting, value), Map.of());
        assertRefused(setting.environment() + " is wrong: " + rule, Map.of(), Map.of(setting.environment(), value));
        yaml(setting.key() + ": \"" + value + "\"\n");
        assertRefused(setting.key() + " in allclear.yaml is wrong: " + rule, Map.of(), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, jdbc:mysql://user:hunter2@localhost/x",
        "SMTP_URL, smtp://status:hunter2@mail_relay",
        "API_KEY, hunter2",
        "SECRET, hunter2"
    })
    void what_is_secret_is_not_repeated_when_it_is_wrong(Setting setting, String value) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> settings(Map.of(setting, value), Map.of()))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void an_unknown_key_in_the_file_is_named_with_those_that_are_known() throws IOException {
        yaml("prot: 8080\n");

        assertRefused(
                "allclear.yaml names the unknown setting prot; known are api-key, base-url, data, database-url, host,"
                        + " kafka-partitions, kafka-prefix, kafka-properties, kafka-servers, mail-from, port, return-domain, return-listen, return-mailbox, secret, smtp-url,"
                        + " trusted-proxies.",
                Map.of(),
                Map.of());
    }

    @ParameterizedTest
    @CsvSource({"'- port'", "'port: [8080'", "just words"})
    void a_file_that_is_no_list_of_settings_is_refused(String content) throws IOException {
        yaml(content);

        assertRefused("allclear.yaml can't be read: it should hold lines such as `port: 8080`.", Map.of(), Map.of());
    }

    @Test
    void settings_can_be_logged_without_giving_secrets_away() {
        var settings = settings(
                Map.of(
                        Setting.API_KEY,
                        KEY,
                        Setting.SECRET,
                        SECRET,
                        Setting.SMTP_URL,
                        "smtp://mailer:hunter2@mail.example.com",
                        Setting.DATABASE_URL,
                        "jdbc:postgresql://localhost/allclear?password=hunter2"),
                Map.of());

        assertThat(settings.secret()).contains(HexFormat.of().parseHex(SECRET));
        assertThat(settings.toString()).doesNotContain("hunter2", KEY, SECRET).contains("http://127.0.0.1:8080");
    }

    private void assertRefused(String sentence, Map<Setting, String> flags, Map<String, String> environment) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> settings(flags, environment))
                .withMessage(sentence);
    }

    private void yaml(String content) throws IOException {
        Files.writeString(folder.resolve("allclear.yaml"), content);
    }

    private Settings settings(Map<Setting, String> flags, Map<String, String> environment) {
        return Settings.from(Sources.read(flags, environment, folder));
    }
}
