package dev.allclear.audience;

import dev.allclear.Refused;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address that mail can be sent to: the one place where addresses are read.
///
/// The common form of RFC 5321 (dot-atom before the @, host name after it), because quoted local parts, comments and
/// address literals serve attackers more often than people. Internationalised domains are kept in their ASCII form.
///
/// @param value with the domain in lower case; the local part as typed, since only its receiver may interpret it
public record EmailAddress(String value) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+");

    public EmailAddress {
        if (!isWritten(value)) {
            throw wrong();
        }
    }

    /// Reads what a person typed: blanks around it are dropped, the domain is put in its ASCII form.
    public static EmailAddress parse(String typed) {
        if (typed.length() > 320) {
            throw wrong();
        }
        var address = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        var at = address.lastIndexOf('@');
        if (at < 1) {
            throw wrong();
        }
        return new EmailAddress(address.substring(0, at) + "@" + asciiDomain(address.substring(at + 1)));
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unreadable) {
            throw wrong();
        }
    }

    private static boolean isWritten(String value) {
        var at = value.lastIndexOf('@');
        if (at < 1 || at > 64 || value.length() > 254) {
            return false;
        }
        var domain = value.substring(at + 1);
        var topLevel = domain.substring(domain.lastIndexOf('.') + 1);
        return LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(domain).matches()
                && !NUMERIC.matcher(topLevel).matches();
    }

    /// Is this an address, whole and as we keep it?
    public static boolean isWhole(String text) {
        return isWritten(text);
    }

    private static Refused wrong() {
        return new Refused.Invalid(
                "email", "This doesn't look like an email address. It should read like name@example.com.");
    }

    /// What tells one mailbox from another when we look for doubles.
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /// For logs and lists where the whole address is nobody's business: `a***@example.com`.
    public String masked() {
        return value.charAt(0) + "***@" + domain();
    }
}
