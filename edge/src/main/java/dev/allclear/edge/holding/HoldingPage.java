package dev.allclear.edge.holding;

import dev.allclear.edge.SiteFile;
import dev.allclear.edge.html.Accent;
import dev.allclear.edge.html.Mark;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Renders the page that is served in place of the product: one file that asks nobody for anything but the status page
/// for its news, and the product whether it is back.
public final class HoldingPage {

    /// By this the script knows that what answers is still this page, whatever status code it came with.
    public static final String GENERATOR = "Allclear holding page";

    /// HAProxy holds an answer in one buffer of 16 KB, of which it keeps one to itself.
    public static final int USUAL_ROOM = 15_000;

    private static final String STYLE = Inline.text("holding.css")
            .replaceAll("(?s)/\\*.*?\\*/", "")
            .replaceAll("(?m)^\\s+", "")
            .replaceAll(" *([{};]) *", "$1")
            .replaceAll("([:,]) ", "$1")
            .replace("\n", "");
    private static final Inline SCRIPT =
            Inline.of(Inline.text("holding.js").replaceAll("(?m)^//.*\\n", "").replaceAll("(?m)^\\s+", ""));

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.allclear.edge.templates");

    public SiteFile html(House house, Notice notice) {
        var style = Inline.of(STYLE + Accent.parse(house.accent()).css());
        var mark = Inline.of(Mark.of(house.name(), house.accent()));
        var output = new Utf8ByteOutput();
        templates.render(
                "holding.jte",
                Map.of(
                        "house", house,
                        "parts", parts(house, notice),
                        "policy", policy(house, style),
                        "style", style,
                        "script", SCRIPT,
                        "mark", mark,
                        "icon", mark.dataUrl("image/svg+xml")),
                output);
        return SiteFile.of("/holding.html", "text/html; charset=utf-8", output.toByteArray());
    }

    /// The page's own language first: it is what readers without JavaScript see on top.
    private static List<Part> parts(House house, Notice notice) {
        return Stream.concat(Stream.of(house.language()), Languages.ALL.stream())
                .filter(Languages::speaks)
                .distinct()
                .map((Language language) -> new Part(house, notice, language))
                .toList();
    }

    /// Nothing runs but what lies in the file, nobody is asked but the two.
    private static String policy(House house, Inline style) {
        return "default-src 'none'; style-src " + style.hash() + "; script-src " + SCRIPT.hash()
                + "; img-src data:; connect-src 'self' " + house.statusOrigin()
                + "; base-uri 'none'; form-action 'none'";
    }
}
