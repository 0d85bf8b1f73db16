package dev.allclear.app.settings;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.channels.inbound.MailboxSettings;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// How mail comes back to us.
///
/// @param domain of the return addresses
/// @param listen where our own small mail server listens; empty for none
/// @param mailbox which is read; empty for none
public record Returning(String domain, Optional<InetSocketAddress> listen, Optional<MailboxSettings> mailbox) {

    private static final Pattern PLACE = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:]+):([0-9]{1,5})");

    static Optional<Returning> from(Sources sources) {
        var domain = Settings.optional(sources, Setting.RETURN_DOMAIN, Returning::domain);
        var listen = Settings.optional(sources, Setting.RETURN_LISTEN, Returning::place);
        var mailbox = Settings.optional(sources, Setting.RETURN_MAILBOX, Returning::mailbox);
        if (domain.isEmpty() && (listen.isPresent() || mailbox.isPresent())) {
            throw new WrongSetting("Returned mail has no domain: set " + Setting.RETURN_DOMAIN.environment()
                    + " to the one whose mail arrives there, such as returns.example.com.");
        }
        if (domain.isPresent() && listen.isEmpty() && mailbox.isEmpty()) {
            throw new WrongSetting("Nobody would read what comes back to " + domain.get() + ": set "
                    + Setting.RETURN_LISTEN.environment() + " or " + Setting.RETURN_MAILBOX.environment()
                    + " as well.");
        }
        return domain.map(one -> new Returning(one, listen, mailbox));
    }

    private static String domain(String value, WrongSetting.Source source) {
        try {
            return EmailAddress.parse("bounce@" + value).domain();
        } catch (Refused.Invalid unreadable) {
            throw new WrongSetting(source, "it should be a domain such as returns.example.com, not " + value + ".");
        }
    }

    private static InetSocketAddress place(String value, WrongSetting.Source source) {
        var form = PLACE.matcher(value);
        if (!form.matches() || Integer.parseInt(form.group(2)) > 65_535) {
            throw new WrongSetting(
                    source, "it should be an address and a port such as 127.0.0.1:2526, not " + value + ".");
        }
        return new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2)));
    }

    private static MailboxSettings mailbox(String value, WrongSetting.Source source) {
        try {
            return MailboxSettings.parse(value);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(source, String.valueOf(wrong.getMessage()));
        }
    }
}
