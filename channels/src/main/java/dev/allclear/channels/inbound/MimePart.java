package dev.allclear.channels.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A mail, or a part of one (RFC 2045, 2046). Reads what it must, in time that grows with the size and no faster; what
/// is too deep or too much is left out.
///
/// @param body a character for each byte, as it was sent
/// @param parts what a multipart is made of; empty for everything else
record MimePart(HeaderFields header, MediaType type, String body, List<MimePart> parts) {

    private static final int DEEPEST = 6;
    private static final int MOST_PARTS = 50;
    private static final int LONGEST_HEADER = 128 * 1024;

    static MimePart read(byte[] mail) {
        return read(new String(mail, StandardCharsets.ISO_8859_1), DEEPEST);
    }

    private static MimePart read(String text, int depth) {
        var end = endOfHeader(text);
        var header = HeaderFields.read(text.substring(0, Math.min(end, LONGEST_HEADER)));
        var type = MediaType.read(header.get("content-type"));
        var body = text.substring(end);
        return new MimePart(header, type, body, type.isMultipart() && depth > 0 ? split(type, body, depth) : List.of());
    }

    /// Behind the first empty line; the end where there is none.
    private static int endOfHeader(String text) {
        for (var start = 0; start < text.length(); ) {
            var end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            if (end == start || (end == start + 1 && text.charAt(start) == '\r')) {
                return end + 1;
            }
            start = end + 1;
        }
        return text.length();
    }

    private static List<MimePart> split(MediaType type, String body, int depth) {
        var parts = new ArrayList<MimePart>();
        var delimiter = "--" + type.parameter("boundary");
        var begin = -1;
        for (var start = 0; start < body.length() && parts.size() < MOST_PARTS; ) {
            var end = body.indexOf('\n', start);
            var next = end < 0 ? body.length() : end + 1;
            if (body.startsWith(delimiter, start)) {
                if (begin >= 0) {
                    parts.add(read(body.substring(begin, start), depth - 1));
                }
                begin = next;
                if (body.startsWith("--", start + delimiter.length())) {
                    return parts;
                }
            }
            start = next;
        }
        // Cut off: the last part is what there is of it.
        if (begin >= 0 && begin < body.length() && parts.size() < MOST_PARTS) {
            parts.add(read(body.substring(begin), depth - 1));
        }
        return parts;
    }

    /// This and all that is in it, but not in mails that are attached.
    Stream<MimePart> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::all));
    }

    Optional<MimePart> first(String... types) {
        return all().filter(part -> List.of(types).contains(part.type.name())).findFirst();
    }

    /// The header of a mail that is attached, whole or as its header alone.
    HeaderFields attached() {
        var text = decoded();
        return HeaderFields.read(text.substring(0, Math.min(endOfHeader(text), LONGEST_HEADER)));
    }

    /// The body without its transfer encoding.
    String decoded() {
        var bytes = switch (header.get("content-transfer-encoding").strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64();
            case "quoted-printable" -> QuotedPrintable.decoded(body);
            default -> body.getBytes(StandardCharsets.ISO_8859_1);
        };
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private byte[] base64() {
        try {
            return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }
}
