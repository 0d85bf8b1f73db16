package dev.allclear.desk.console;

import dev.allclear.desk.web.Ask;

/// What stands in the head of every page of the desk.
///
/// @param title of the browser's tab
/// @param owed what the tab says before that while something is owed; the script keeps it true
public record Head(String title, String owed, String style, String script, String mark) {

    static Head of(Ask ask, String title) {
        return of(ask, title, "");
    }

    static Head of(Ask ask, String title, String owed) {
        return new Head(
                title, owed, ask.link(Look.STYLE.path()), ask.link(Look.SCRIPT.path()), ask.link(Look.MARK.path()));
    }
}
