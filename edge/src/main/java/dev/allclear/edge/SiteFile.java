package dev.allclear.edge;

import java.nio.charset.StandardCharsets;

/// One file of the public site, ready to be served, written to a folder or copied to any static host.
public final class SiteFile {

    private final String path;
    private final String contentType;
    private final byte[] body;

    private SiteFile(String path, String contentType, byte[] body) {
        if (!path.startsWith("/") || path.contains("..") || path.endsWith("/")) {
            throw new IllegalArgumentException("not a path of the site: " + path);
        }
        this.path = path;
        this.contentType = contentType;
        this.body = body;
    }

    /// @param path from the root of the page's site: `/en/index.html`, `/history.rss`
    /// @param body must not be changed afterwards
    public static SiteFile of(String path, String contentType, byte[] body) {
        return new SiteFile(path, contentType, body);
    }

    public static SiteFile text(String path, String contentType, String body) {
        return new SiteFile(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public String path() {
        return path;
    }

    public String contentType() {
        return contentType;
    }

    /// Not a copy: to be read only.
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return path + " (" + contentType + ", " + body.length + " bytes)";
    }
}
