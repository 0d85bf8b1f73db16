package dev.allclear.channels.email;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The body of one mail: the same news as text and as HTML, and beside them the file that may go with it.
final class MimeParts {

    /// A boundary has 70 characters at most (RFC 2046, section 5.1.1).
    private static final int LONGEST_NAME = 60;

    private final String name;
    private final Placeholders placeholders;
    private final byte[] text;
    private final byte[] html;
    private final Optional<Attachment> attachment;

    /// @param name of the news; no boundary made of it can occur in any part, as quoted-printable writes every equals
    /// sign as =3D
    /// @param text UTF-8, as is `html`
    MimeParts(String name, Placeholders placeholders, byte[] text, byte[] html, Optional<Attachment> attachment) {
        this.name = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        this.placeholders = placeholders;
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

    void write(Draft out) {
        if (attachment.isEmpty()) {
            writeNews(out);
            return;
        }
        out.ascii("--" + mixedBoundary() + "\r\n");
        out.ascii("Content-Type: " + String.join("\r\n ", contentType("alternative", alternativeBoundary()))
                + "\r\n\r\n");
        writeNews(out);
        writeFile(attachment.get(), out);
        out.ascii("--" + mixedBoundary() + "--\r\n");
    }

    private void writeNews(Draft out) {
        var boundary = alternativeBoundary();
        part(out, boundary, "Content-Type: text/plain; charset=utf-8\r\n", text, false);
        part(out, boundary, "Content-Type: text/html; charset=utf-8\r\n", html, true);
        out.ascii("--" + boundary + "--\r\n");
    }

    private void writeFile(Attachment file, Draft out) {
        var name = "name=\"" + file.name() + "\"\r\n";
        var headers = "Content-Type: " + file.type() + ";\r\n " + name + "Content-Disposition: attachment; file" + name;
        part(out, mixedBoundary(), headers, file.text().getBytes(StandardCharsets.UTF_8), false);
    }

    private String alternativeBoundary() {
        return "=_" + name;
    }

    /// Neither begins with the other.
    private String mixedBoundary() {
        return "=-" + name;
    }

    private void part(Draft out, String boundary, String headers, byte[] content, boolean isHtml) {
        out.ascii("--" + boundary + "\r\n" + headers);
        out.ascii("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        placeholders.write(content, isHtml, out);
    }
}
