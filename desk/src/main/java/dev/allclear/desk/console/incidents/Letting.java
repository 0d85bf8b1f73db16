package dev.allclear.desk.console.incidents;

import dev.allclear.Objection;
import dev.allclear.desk.console.Words;
import java.util.List;

/// What stands between a message and its readers: the button that publishes it, and what somebody must answer for
/// first.
///
/// @param label what the button says
/// @param objections what the coach wants put right; empty while it holds nothing up
public record Letting(String label, List<Objection> objections) {

    static Letting of(String label) {
        return new Letting(label, List.of());
    }

    /// `The coach found 2 errors`, or nothing.
    public String errors() {
        return objections.isEmpty() ? "" : "The coach found " + Words.count(objections.size(), "error", "errors");
    }
}
