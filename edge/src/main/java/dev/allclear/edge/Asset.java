package dev.allclear.edge;

import dev.allclear.language.Language;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// One file in the forms in which it is handed out, with its headers: serving it takes no work but the sending.
final class Asset {

    /// Below this a compressed body saves no packet.
    private static final int WORTH_COMPRESSING = 600;

    /// One form of the file, with the heads of the answers that hold it and that don't have to.
    record Form(ByteBuf bytes, Buffer body, Head whole, Head unchanged) {}

    private final SiteFile file;
    private final Names names;
    private final String fingerprint;
    private final Policy policy;
    private final Form plain;
    private final @Nullable Form compressed;

    private Asset(SiteFile file, Names names, String fingerprint, Policy policy) {
        this.file = file;
        this.names = names;
        this.fingerprint = fingerprint;
        this.policy = policy;
        this.plain = form(file.body(), List.of(), "\"" + fingerprint + "\"");
        var smaller = gzip(file, policy);
        this.compressed = smaller == null
                ? null
                : form(smaller, List.of("Content-Encoding", "gzip"), "\"" + fingerprint + "-gzip\"");
    }

    /// The file as an asset; an earlier one is used again when nothing about it has changed.
    ///
    /// @param secure whether the page is read over https
    static Asset of(SiteFile file, boolean secure, List<Asset> earlier) {
        // The very same file needs no fingerprint to be known again.
        return earlier.stream()
                .filter(asset -> asset.file == file && asset.policy.secure() == secure)
                .findFirst()
                .orElseGet(() -> anew(file, secure, earlier));
    }

    private static Asset anew(SiteFile file, boolean secure, List<Asset> earlier) {
        var names = Names.of(file.path());
        var fingerprint = fingerprint(file.body());
        var policy = Policy.of(file, names.language().map(Language::tag), secure);
        return earlier.stream()
                .filter(asset -> asset.fingerprint.equals(fingerprint) && asset.policy.equals(policy))
                .findFirst()
                .orElseGet(() -> new Asset(file, names, fingerprint, policy));
    }

    private static String fingerprint(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Form form(byte[] body, List<String> encoding, String tag) {
        var unchanged = new ArrayList<>(policy.headers());
        unchanged.addAll(List.of("ETag", tag));
        var whole = new ArrayList<>(unchanged);
        whole.addAll(encoding);
        whole.addAll(List.of("Content-Length", Integer.toString(body.length)));
        return new Form(
                Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(body)),
                Buffer.buffer(body),
                new Head("200 OK", whole),
                new Head("304 Not Modified", unchanged));
    }

    private static byte @Nullable [] gzip(SiteFile file, Policy policy) {
        var type = policy.contentType();
        var compressible = type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("javascript")
                || type.contains("svg");
        if (!compressible || file.body().length < WORTH_COMPRESSING) {
            return null;
        }
        var out = new ByteArrayOutputStream(file.body().length / 3);
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(file.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    SiteFile file() {
        return file;
    }

    Names names() {
        return names;
    }

    String fingerprint() {
        return fingerprint;
    }

    Policy policy() {
        return policy;
    }

    Form form(boolean acceptsGzip) {
        return acceptsGzip && compressed != null ? compressed : plain;
    }

    /// Whether the reader, as its If-None-Match says, has it already, in whatever form (RFC 9110, section 13.1.2).
    boolean isKnownTo(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.contains(fingerprint) || ifNoneMatch.equals("*"));
    }
}
