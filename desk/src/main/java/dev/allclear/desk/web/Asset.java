package dev.allclear.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// A style sheet, script or picture of the desk. Its path holds a digest of its bytes, so browsers may keep it for
/// ever.
public final class Asset {

    private final String path;
    private final String contentType;
    private final byte[] bytes;

    private Asset(String path, String contentType, byte[] bytes) {
        this.path = path;
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /// @param resource on the class path, such as `/assets/desk.css`
    /// @param folder where it is served, such as `/desk/assets/`
    public static Asset read(String resource, String folder) {
        try (var stream =
                Objects.requireNonNull(Asset.class.getResourceAsStream(resource), "no resource " + resource)) {
            var bytes = stream.readAllBytes();
            var name = resource.substring(resource.lastIndexOf('/') + 1);
            var dot = name.lastIndexOf('.');
            return new Asset(
                    folder + name.substring(0, dot) + "." + digest(bytes) + name.substring(dot), type(name), bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("unknown kind of asset: " + name);
        };
    }

    /// As pages name it; put it through `Ask.link`.
    public String path() {
        return path;
    }

    public Route route() {
        var answer = Answer.of(200, contentType, bytes).with("Cache-Control", "public, max-age=31536000, immutable");
        return Route.get(path, Access.PUBLIC, _ -> answer);
    }
}
