package dev.allclear.channels.email;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;

/// Gives a composition its two shapes, each by its template.
final class Shapes {

    private static final String PACKAGE = "dev.allclear.channels";

    private final TemplateEngine html = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
    private final TemplateEngine text = TemplateEngine.createPrecompiled(null, ContentType.Plain, null, PACKAGE);

    /// UTF-8.
    byte[] html(Composition mail) {
        var out = new Utf8ByteOutput();
        html.render("email/html.jte", mail, out);
        return out.toByteArray();
    }

    /// UTF-8, lines of 72 characters.
    byte[] text(Composition mail) {
        var out = new StringOutput();
        text.render("email/text.jte", mail, out);
        return Wrap.lines(out.toString().strip()).getBytes(StandardCharsets.UTF_8);
    }
}
