package dev.allclear.app.settings;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.channels.email.MailWriter;
import dev.allclear.channels.email.SmtpSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// How this installation runs, checked.
///
/// @param base scheme, host and port, without a path
/// @param strictHosts whether host names that we don't know are turned away: only when the base was set
/// @param databaseUrl of PostgreSQL; empty for SQLite in the data folder
/// @param mailServers the first is preferred; none to keep mails as files
/// @param returning empty where mail comes back to the sender
/// @param kafka empty where nodes send what they announce by themselves
/// @param secret empty for the one kept in the data folder
public record Settings(
        int port,
        String host,
        Path data,
        URI base,
        boolean strictHosts,
        Optional<String> databaseUrl,
        List<SmtpSettings> mailServers,
        EmailAddress mailFrom,
        Optional<Returning> returning,
        Optional<String> apiKey,
        int trustedProxies,
        Optional<Carriage> kafka,
        Optional<byte[]> secret) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern ONE_DIGIT = Pattern.compile("[0-9]");
    private static final Pattern SECRET = Pattern.compile("[0-9a-fA-F]{64}");

    /// @throws WrongSetting with one sentence that says which setting is wrong and what it should be
    public static Settings from(Sources sources) {
        var port = value(sources, Setting.PORT, Settings::port);
        var given = optional(sources, Setting.BASE_URL, Settings::base);
        var base = given.orElseGet(() -> URI.create("http://127.0.0.1:" + port));
        return new Settings(
                port,
                value(sources, Setting.HOST, (host, _) -> host),
                value(
                        sources,
                        Setting.DATA,
                        (data, _) -> Path.of(data).toAbsolutePath().normalize()),
                base,
                given.isPresent(),
                optional(sources, Setting.DATABASE_URL, Settings::databaseUrl),
                optional(sources, Setting.SMTP_URL, Settings::mailServers).orElseGet(List::of),
                optional(sources, Setting.MAIL_FROM, Settings::address).orElseGet(() -> MailWriter.senderAt(base)),
                Returning.from(sources),
                optional(sources, Setting.API_KEY, Settings::apiKey),
                value(sources, Setting.TRUSTED_PROXIES, Settings::proxies),
                Carriage.from(sources),
                optional(sources, Setting.SECRET, Settings::secret));
    }

    static <T> T value(Sources sources, Setting setting, BiFunction<String, WrongSetting.Source, T> reader) {
        return optional(sources, setting, reader)
                .orElseGet(() -> reader.apply(setting.standard(), new WrongSetting.Source(setting.flag())));
    }

    static <T> Optional<T> optional(
            Sources sources, Setting setting, BiFunction<String, WrongSetting.Source, T> reader) {
        return sources.find(setting).map(found -> reader.apply(found.value(), found.source()));
    }

    private static int port(String value, WrongSetting.Source source) {
        if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new WrongSetting(
                    source, "it should be a port number from 1 to 65535, such as 8080, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static URI base(String value, WrongSetting.Source source) {
        try {
            var url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (url.getHost() != null
                    && url.getRawPath().isEmpty()
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below, with what would be right.
        }
        throw new WrongSetting(
                source,
                "it should be an address without a path, such as https://status.example.com, not " + value + ".");
    }

    private static String databaseUrl(String value, WrongSetting.Source source) {
        if (!value.startsWith("jdbc:postgresql:")) {
            throw new WrongSetting(source, "it should begin with jdbc:postgresql://, or be left out for SQLite.");
        }
        return value;
    }

    private static List<SmtpSettings> mailServers(String value, WrongSetting.Source source) {
        try {
            return SmtpSettings.parseAll(value);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(source, Objects.requireNonNull(wrong.getMessage()));
        }
    }

    private static EmailAddress address(String value, WrongSetting.Source source) {
        try {
            return EmailAddress.parse(value);
        } catch (Refused.Invalid unreadable) {
            throw new WrongSetting(
                    source, "it should be a mail address such as status@example.com, not " + value + ".");
        }
    }

    private static String apiKey(String value, WrongSetting.Source source) {
        if (value.length() < 32) {
            throw new WrongSetting(source, "an API key should have at least 32 characters.");
        }
        return value;
    }

    private static int proxies(String value, WrongSetting.Source source) {
        if (!ONE_DIGIT.matcher(value).matches()) {
            throw new WrongSetting(source, "it should be a number from 0 to 9, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static byte[] secret(String value, WrongSetting.Source source) {
        if (!SECRET.matcher(value).matches()) {
            throw new WrongSetting(source, "it should be 64 hexadecimal digits.");
        }
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return "Settings[" + base + ", data " + data + "]";
    }
}
