package dev.allclear.channels.dkim;

import dev.allclear.channels.email.MailSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts a DKIM signature in front of each mail, as long as there is a key to sign with.
///
/// The same mail and key always give the same signature: its time is that of the mail.
public final class DkimSigner implements MailSigner {

    private static final int LINE = 76;

    private final Supplier<Optional<DkimKey>> key;
    private final Crypto crypto;

    /// @param key asked for every mail, so that a change needs no restart; cheap
    public DkimSigner(Supplier<Optional<DkimKey>> key, Crypto crypto) {
        this.key = key;
        this.crypto = crypto;
    }

    @Override
    public String sign(byte[] mail, int body) {
        return key.get().map(one -> signature(one, mail, body)).orElse("");
    }

    private String signature(DkimKey with, byte[] mail, int body) {
        var headers = HeaderBlock.of(mail, body);
        var fields = SignedFields.of(headers);
        try {
            var sum = RelaxedBody.hash(mail, body, MessageDigest.getInstance("SHA-256"));
            var open = unsigned(with, headers, fields, Base64.getEncoder().encodeToString(sum));
            var text = covered(headers, fields) + RelaxedHeader.of(open);
            var seal = crypto.sign(with.secret(), text.getBytes(StandardCharsets.ISO_8859_1));
            return folded(open, Base64.getEncoder().encodeToString(seal));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("can't sign with " + with, broken);
        }
    }

    /// All of the field but the seal, which comes last.
    private static String unsigned(DkimKey key, HeaderBlock headers, List<String> fields, String bodyHash) {
        var open = new StringBuilder("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n\td=")
                .append(key.domain())
                .append(";\r\n\ts=")
                .append(key.selector())
                .append(';');
        date(headers)
                .ifPresent(at -> open.append(" t=").append(at.getEpochSecond()).append(';'));
        list(open.append("\r\n\th="), fields);
        return open.append(";\r\n\tbh=").append(bodyHash).append(";\r\n\tb=").toString();
    }

    private static Optional<Instant> date(HeaderBlock headers) {
        return headers.fromBottom("date", 0).flatMap(field -> {
            try {
                var text = field.substring(field.indexOf(':') + 1).strip();
                return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            } catch (DateTimeException unusual) {
                return Optional.empty();
            }
        });
    }

    private static void list(StringBuilder open, List<String> fields) {
        var line = 3;
        for (var index = 0; index < fields.size(); index++) {
            var name = fields.get(index);
            if (index > 0) {
                open.append(':');
            }
            if (line + name.length() + 2 > LINE) {
                open.append("\r\n\t ");
                line = 2;
            }
            open.append(name);
            line += name.length() + 1;
        }
    }

    /// What is signed of the headers, in the order of the list. A name that is there once more than its field stands
    /// for nothing, which is what seals it.
    private static String covered(HeaderBlock headers, List<String> fields) {
        var text = new StringBuilder(1024);
        var seen = new HashMap<String, Integer>();
        for (var name : fields) {
            var key = name.toLowerCase(Locale.ROOT);
            headers.fromBottom(key, seen.merge(key, 1, Integer::sum) - 1)
                    .ifPresent(field -> text.append(RelaxedHeader.of(field)).append("\r\n"));
        }
        return text.toString();
    }

    /// One long line would be folded by whoever finds it too long, perhaps badly.
    private static String folded(String open, String seal) {
        var field = new StringBuilder(open.length() + seal.length() + 32).append(open);
        for (var at = 0; at < seal.length(); at += LINE - 4) {
            field.append(at == 0 ? "" : "\r\n\t ").append(seal, at, Math.min(at + LINE - 4, seal.length()));
        }
        return field.append("\r\n").toString();
    }
}
