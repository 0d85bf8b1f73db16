package dev.allclear.audience;

import dev.allclear.Refused;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/// An address that mail can be sent to: the one place where addresses are read.
///
/// The common form of RFC 5321 (dot-atom before the @, host name after it), because quoted local parts, comments and
/// address literals serve attackers more often than people. Internationalised domains are kept in their ASCII form.
///
/// @param value with the domain in lower case; the local part as typed, since only its receiver may interpret it
public record EmailAddress(String value) {

    private static final String LOCAL_SIGNS = "!#$%&'*+/=?^_`{|}~-";
    private static final int LONGEST_LABEL = 63;

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

    /// By hand: of everybody who is told something the address is read, and patterns take five times as long.
    private static boolean isWritten(String value) {
        var at = value.lastIndexOf('@');
        return at >= 1 && at <= 64 && value.length() <= 254 && isLocal(value, at) && isDomain(value, at + 1);
    }

    /// Words with dots between them.
    private static boolean isLocal(String value, int end) {
        var before = '.';
        for (var i = 0; i < end; i++) {
            var letter = value.charAt(i);
            var fits = letter == '.' ? before != '.' : isSmallOrDigit(letter) || isSign(letter);
            if (!fits) {
                return false;
            }
            before = letter;
        }
        return before != '.';
    }

    private static boolean isSign(char letter) {
        return (letter >= 'A' && letter <= 'Z') || LOCAL_SIGNS.indexOf(letter) >= 0;
    }

    private static boolean isSmallOrDigit(char letter) {
        return (letter >= 'a' && letter <= 'z') || isDigit(letter);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /// Two labels or more, of which the last is no number.
    private static boolean isDomain(String value, int start) {
        var begin = start;
        for (var dot = value.indexOf('.', begin); dot >= 0; dot = value.indexOf('.', begin)) {
            if (!isLabel(value, begin, dot)) {
                return false;
            }
            begin = dot + 1;
        }
        return begin > start
                && isLabel(value, begin, value.length())
                && !value.chars().skip(begin).allMatch(letter -> isDigit((char) letter));
    }

    private static boolean isLabel(String value, int begin, int end) {
        if (begin == end || end - begin > LONGEST_LABEL) {
            return false;
        }
        for (var i = begin; i < end; i++) {
            var letter = value.charAt(i);
            if (!isSmallOrDigit(letter) && (letter != '-' || i == begin || i == end - 1)) {
                return false;
            }
        }
        return true;
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
