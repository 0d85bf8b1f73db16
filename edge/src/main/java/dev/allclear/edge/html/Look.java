package dev.allclear.edge.html;

import dev.allclear.edge.SiteFile;
import dev.allclear.page.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The style sheet, the script and the mark of one page. Their names carry a digest of what is in them, so that
/// browsers may keep them for ever.
///
/// @param style and `script` and `mark`: paths below the page's root
public record Look(String style, String script, String mark, List<SiteFile> files) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final String STYLE = tight(read("page.css"));
    private static final String SCRIPT = read("page.js");

    public static Look of(Page page) {
        var style = named(
                "page",
                "css",
                "text/css; charset=utf-8",
                STYLE + Accent.parse(page.accent()).css());
        var script = named("page", "js", "text/javascript; charset=utf-8", SCRIPT);
        var mark = named("mark", "svg", "image/svg+xml", Mark.of(page));
        // What browsers and search engines ask for by themselves. The desk is no place for either.
        var icon = SiteFile.text("/favicon.ico", "image/svg+xml", Mark.of(page));
        var robots = SiteFile.text(
                "/robots.txt",
                "text/plain; charset=utf-8",
                "User-agent: *\nDisallow: /desk\nDisallow: /*/subscribe/\n");
        return new Look(style.path(), script.path(), mark.path(), List.of(style, script, mark, icon, robots));
    }

    private static SiteFile named(String name, String ending, String contentType, String content) {
        return SiteFile.text("/assets/" + name + "-" + digest(content) + "." + ending, contentType, content);
    }

    private static String digest(String content) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Without comments and indentation: a quarter less to send before the first word can be read.
    private static String tight(String css) {
        return COMMENT.matcher(css).replaceAll("").replaceAll("(?m)^\\s+", "").replaceAll(" *([{};]) *", "$1");
    }

    private static String read(String name) {
        try (var file = Objects.requireNonNull(Look.class.getResourceAsStream("/assets/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
