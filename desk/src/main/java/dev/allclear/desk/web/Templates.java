package dev.allclear.desk.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/// Renders the desk's pages: compiled jte, which escapes whatever it is given for the place where it stands.
public final class Templates {

    private static final String PACKAGE = "dev.allclear.desk.templates";

    private final TemplateEngine engine;

    public Templates() {
        engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
        engine.setBinaryStaticContent(true);
    }

    /// @param name path below `src/main/jte`, such as `console/incident.jte`
    /// @param model the template's one parameter
    public Answer page(int status, String name, Object model) {
        return Answer.html(status, render(name, model));
    }

    public byte[] render(String name, Object model) {
        var output = new Utf8ByteOutput();
        engine.render(name, model, output);
        return output.toByteArray();
    }
}
