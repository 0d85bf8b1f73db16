package dev.allclear.desk.console.incidents.resolve;

import java.util.Locale;

/// What can be done with an incident on a screen of its own.
public enum Act {
    RESOLVE("Resolve with the all-clear", "Resolve", "resolved"),
    WITHDRAW("Withdraw this incident", "Withdraw", "withdrawn"),
    REOPEN("It is back: reopen", "Reopen", "reopened");

    private final String title;
    private final String button;
    private final String done;

    Act(String title, String button, String done) {
        this.title = title;
        this.button = button;
        this.done = done;
    }

    String title() {
        return title;
    }

    /// How the publish button begins.
    String button() {
        return button;
    }

    String done() {
        return done;
    }

    /// In paths, in drafts, and the template's name.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
