package dev.allclear.desk.console.incidents.head;

/// Names of people as the journal keeps them, shortened for the timeline.
public final class Authors {

    private Authors() {}

    /// `Mira Hoffmann <mira@example.com>` becomes `Mira Hoffmann`.
    public static String name(String actor) {
        var end = actor.indexOf(" <");
        return end < 0 ? actor : actor.substring(0, end);
    }
}
