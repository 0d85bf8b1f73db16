package dev.allclear.desk.console;

import dev.allclear.desk.web.Ask;

/// The frame around a screen before anybody is signed in: one card, nothing else (`console/frame-door.jte`).
public record Door(Head head, String root) {

    public static Door of(Ask ask, String title) {
        return new Door(Head.of(ask, title + " · Allclear"), ask.link(""));
    }

    /// A path of ours as the browser must ask for it.
    public String link(String path) {
        return root + path;
    }
}
