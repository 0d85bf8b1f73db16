package dev.allclear.operation;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import java.util.Locale;
import java.util.Set;

/// What a password must be: long, and nothing that others would try first. No rules about kinds of characters
/// (NIST SP 800-63B, section 3.1.1.2).
public final class PasswordPolicy {

    private static final int LEAST = 12;
    /// Hashing takes time in proportion, so there is a limit, far above any password that a person types.
    private static final int MOST = 256;

    /// What is left of popular passwords of twelve characters or more once their digits and signs are taken off.
    private static final Set<String> COMMON = Set.of("""
                    password passwort passw pword qwertyuiop qwertzuiop qwerty qwertz asdfghjkl
                    qwertyuiopasdfghjkl letmein letmeinplease iloveyou iloveyousomuch administrator
                    admin adminadmin passwordpassword passwortpasswort welcome welcometo changeme
                    changemenow changeit secret topsecret statuspage allclear abcdefghijkl
                    abcdefghijklm football baseball princess sunshine monkey dragon superman trustno
                    geheim hallohallo schatzi internet computer mypassword yourpassword
                    thisismypassword correcthorsebatterystaple
                    """.strip().split("\\s+", -1));

    private PasswordPolicy() {}

    /// @return the password, if it will do
    public static String checked(String password, EmailAddress email, String name) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw new Refused.Invalid(
                    "password", "Use at least " + LEAST + " characters; a few words in a row are easy to remember.");
        }
        if (password.length() > MOST) {
            throw new Refused.Invalid("password", "Use at most " + MOST + " characters.");
        }
        if (password.indexOf('\0') >= 0 || password.codePoints().anyMatch(PasswordPolicy::isHalf)) {
            throw new Refused.Invalid("password", "This holds characters that can't be typed again.");
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (plain.contains(email.key())
                || isMostly(plain, localPart(email))
                || isMostly(plain, name.toLowerCase(Locale.ROOT))) {
            throw new Refused.Invalid("password", "Don't use your name or address: it is tried first.");
        }
        if (plain.chars().distinct().count() < 5 || COMMON.contains(letters(plain)) || isRow(plain)) {
            throw new Refused.Invalid(
                    "password", "This is one of the passwords that are tried first. Choose a few words in a row.");
        }
        return password;
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static String localPart(EmailAddress email) {
        return email.key().substring(0, email.key().lastIndexOf('@'));
    }

    /// Is there little in the password beside that word?
    private static boolean isMostly(String password, String word) {
        return word.length() >= 4 && password.contains(word) && password.length() - word.length() < 6;
    }

    private static String letters(String password) {
        return password.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// 123456789012, abcdefghijkl, and the same backwards.
    private static boolean isRow(String password) {
        var steps = 0;
        for (var i = 1; i < password.length(); i++) {
            var step = Math.abs(password.charAt(i) - password.charAt(i - 1));
            if (step == 1 || (step == 9 && Character.isDigit(password.charAt(i)))) {
                steps++;
            }
        }
        return steps >= password.length() - 2;
    }
}
