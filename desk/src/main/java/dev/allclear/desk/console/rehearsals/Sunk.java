package dev.allclear.desk.console.rehearsals;

import dev.allclear.desk.console.SafeHtml;
import java.time.Instant;
import java.util.List;

/// One message as it lies in the sink, in every shape in which a channel would have carried it.
public record Sunk(
        String occasion,
        Instant at,
        String author,
        String title,
        SafeHtml html,
        List<Carried> channels,
        List<Note> notes) {

    /// What one channel would have carried.
    public record Carried(String channel, String headline, List<String> lines) {}

    /// What the coach found in it.
    public record Note(String weight, String why, String repair) {}
}
