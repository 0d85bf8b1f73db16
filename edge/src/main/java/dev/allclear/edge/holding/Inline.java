package dev.allclear.edge.holding;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/// A style sheet, a script or a drawing of ours that lies in the page itself.
public final class Inline implements Content {

    private final String source;

    private Inline(String source) {
        this.source = source;
    }

    static Inline of(String source) {
        return new Inline(source);
    }

    /// A file of ours as it lies beside the class.
    static String text(String name) {
        try (var file = Objects.requireNonNull(Inline.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// By which a browser knows that it is ours and lets it run (CSP, level 3).
    String hash() {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// As an address that holds it.
    String dataUrl(String contentType) {
        return "data:" + contentType + ";base64,"
                + Base64.getEncoder().encodeToString(source.strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(source);
    }
}
