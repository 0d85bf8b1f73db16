package dev.allclear.channels.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The body of one mail: the same news as text and as HTML, and beside them the file that may go with it.
final class MimeParts {

    private final String id;
    private final byte[] text;
    private final byte[] html;
    private final Optional<Attachment> attachment;

    /// @param id of the mail; no boundary made of it can occur in any part, as quoted-printable writes every equals
    /// sign as =3D
    /// @param text UTF-8, as is `html`
    MimeParts(String id, byte[] text, byte[] html, Optional<Attachment> attachment) {
        this.id = id;
        this.text = text;
        this.html = html;
        this.attachment = attachment;
    }

    /// The parts of the header that says what follows.
    String[] contentType() {
        return attachment.isPresent()
                ? contentType("mixed", mixedBoundary())
                : contentType("alternative", alternativeBoundary());
    }

    private static String[] contentType(String kind, String boundary) {
        return new String[] {"multipart/" + kind + ";", "boundary=\"" + boundary + "\""};
    }

    void write(ByteArrayOutputStream out) {
        if (attachment.isEmpty()) {
            writeNews(out);
            return;
        }
        ascii(out, "--" + mixedBoundary() + "\r\n");
        ascii(out, "Content-Type: " + String.join(" ", contentType("alternative", alternativeBoundary())) + "\r\n\r\n");
        writeNews(out);
        writeFile(attachment.get(), out);
        ascii(out, "--" + mixedBoundary() + "--\r\n");
    }

    private void writeNews(ByteArrayOutputStream out) {
        var boundary = alternativeBoundary();
        part(out, boundary, "Content-Type: text/plain; charset=utf-8\r\n", text);
        part(out, boundary, "Content-Type: text/html; charset=utf-8\r\n", html);
        ascii(out, "--" + boundary + "--\r\n");
    }

    private void writeFile(Attachment file, ByteArrayOutputStream out) {
        var name = "name=\"" + file.name() + "\"\r\n";
        var headers = "Content-Type: " + file.type() + ";\r\n " + name + "Content-Disposition: attachment; file" + name;
        part(out, mixedBoundary(), headers, file.text().getBytes(StandardCharsets.UTF_8));
    }

    private String alternativeBoundary() {
        return "=_" + id;
    }

    /// Neither begins with the other.
    private String mixedBoundary() {
        return "=-" + id;
    }

    private static void part(ByteArrayOutputStream out, String boundary, String headers, byte[] content) {
        ascii(out, "--" + boundary + "\r\n" + headers);
        ascii(out, "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        QuotedPrintable.write(content, out);
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
