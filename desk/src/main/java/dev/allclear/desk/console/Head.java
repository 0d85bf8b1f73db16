package dev.allclear.desk.console;

import dev.allclear.desk.web.Ask;

/// What stands in the head of every page of the desk.
///
/// @param title of the browser's tab
public record Head(String title, String style, String script, String mark) {

    static Head of(Ask ask, String title) {
        return new Head(title, ask.link(Look.STYLE.path()), ask.link(Look.SCRIPT.path()), ask.link(Look.MARK.path()));
    }
}
