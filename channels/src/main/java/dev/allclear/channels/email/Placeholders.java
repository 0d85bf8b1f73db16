package dev.allclear.channels.email;

import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Stands in for one reader's addresses while the mail for many is written, and finds the places again.
///
/// The stand-ins are made of the hash of the very mail in which they are to stand, as it reads without them. So nobody
/// can write a text that holds one of them: it would have to hold its own hash.
final class Placeholders {

    private static final char MANAGE = 'm';
    private static final char UNSUBSCRIBE = 'u';
    private static final char CONFIRM = 'c';

    private final String token;

    private Placeholders(String token) {
        this.token = token;
    }

    /// @param rendered all texts through which we are going to look
    static Placeholders notIn(byte[]... rendered) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var text : rendered) {
                hash.update(text);
            }
            return new Placeholders(HexFormat.of().formatHex(hash.digest()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java knows SHA-256", missing);
        }
    }

    /// The same letter to nobody in particular.
    Letter in(Letter letter) {
        return new Letter(
                letter.id(),
                letter.thread(),
                letter.to(),
                letter.page(),
                letter.language(),
                letter.zone(),
                letter.at(),
                letter.content() instanceof Content.Confirmation
                        ? new Content.Confirmation(URI.create(address(CONFIRM)))
                        : letter.content(),
                new Letter.Links(
                        letter.links().page(), letter.links().subject(), address(MANAGE), address(UNSUBSCRIBE)));
    }

    /// Letters and digits only: nothing that HTML or quoted-printable would write differently.
    private String address(char whose) {
        return token + whose;
    }

    /// Writes a text in quoted-printable, with gaps where the placeholders stand.
    void write(byte[] text, boolean isHtml, Draft out) {
        var all = new String(text, StandardCharsets.ISO_8859_1);
        var from = 0;
        for (var at = all.indexOf(token); at >= 0; at = all.indexOf(token, from)) {
            QuotedPrintable.writeBeforeGap(Arrays.copyOfRange(text, from, at), from > 0, out);
            out.gap(gap(all.charAt(at + token.length()), isHtml));
            from = at + token.length() + 1;
        }
        QuotedPrintable.writeRest(Arrays.copyOfRange(text, from, text.length), from > 0, out);
    }

    private static Gap gap(char whose, boolean isHtml) {
        return switch (whose) {
            case MANAGE -> isHtml ? Gap.HTML_MANAGE : Gap.TEXT_MANAGE;
            case UNSUBSCRIBE -> isHtml ? Gap.HTML_UNSUBSCRIBE : Gap.TEXT_UNSUBSCRIBE;
            case CONFIRM -> isHtml ? Gap.HTML_CONFIRM : Gap.TEXT_CONFIRM;
            default -> throw new IllegalStateException("a placeholder that was not given out");
        };
    }
}
