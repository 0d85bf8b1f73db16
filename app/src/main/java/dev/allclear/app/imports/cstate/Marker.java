package dev.allclear.app.imports.cstate;

import dev.allclear.incident.Update;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line by which authors set one message apart from the next: `[Final message]`, `**Update at 2021-06-08 11:20
/// UTC**`, `*Resolved* - It works again. {{< track "2018-05-25 05:54:00" >}}`.
///
/// @param kind what it says of the stage; empty when it says nothing
/// @param at when the message was written, if the line says so
/// @param label the line's own words
/// @param telling whether the label says more than all of the above
/// @param rest what else stands on the line
record Marker(Role role, Optional<Update.Kind> kind, Optional<Instant> at, String label, boolean telling, String rest) {

    /// Which place it has in the story.
    enum Role {
        FIRST,
        BETWEEN,
        LAST
    }

    private static final Pattern BRACKETS =
            Pattern.compile("\\s*\\[([^\\]\\[]{1,80})\\]\\s*(?:-->)?(?![(\\[:])\\s*(.*?)\\s*");
    private static final Pattern BOLD = Pattern.compile("\\s*(?:\\*\\*|__)([^*_]{1,80})(?:\\*\\*|__)\\s*:?\\s*()");
    private static final Pattern LEANING = Pattern.compile("\\s*[*_]([^*_]{1,40})[*_]\\s+(?:[-–—]|:)\\s+(.*?)\\s*");
    private static final Pattern TRACK = Pattern.compile("\\{\\{<\\s*track\\s+\"([^\"]*)\"\\s*>\\}\\}");

    /// What authors call their messages, and what it tells us.
    private record Name(Pattern form, Role role, Optional<Update.Kind> kind) {}

    private static final String THING = "(?:\\s+(?:of\\s+)?(?:message|issue|incident|maintenance|outage|report|post))*";
    private static final List<Name> NAMES = List.of(
            name(
                    "initial|open|opened|opening|(?:just )?began|begin|begins|start|started|starting|first",
                    Role.FIRST,
                    null),
            name("final|close|closed|closing|end|ended|completed|done", Role.LAST, Update.Kind.RESOLVED),
            name("resolved|fixed|solved|all clear", Role.LAST, Update.Kind.RESOLVED),
            name("investigating", Role.BETWEEN, Update.Kind.INVESTIGATING),
            name("identified", Role.BETWEEN, Update.Kind.IDENTIFIED),
            name("monitoring|watching", Role.BETWEEN, Update.Kind.MONITORING),
            name("update|updated|edit|edited|in progress", Role.BETWEEN, null));

    private static Name name(String words, Role role, Update.@Nullable Kind kind) {
        return new Name(
                Pattern.compile("(?:" + words + ")\\b" + THING, Pattern.CASE_INSENSITIVE),
                role,
                Optional.ofNullable(kind));
    }

    static Optional<Marker> read(String line, ZoneId zone) {
        var track = TRACK.matcher(line);
        var tracked = track.find()
                ? OldTime.read(track.group(1), zone).filter(time -> !time.day())
                : Optional.<OldTime>empty();
        var bare = tracked.isPresent() ? track.replaceFirst("").stripTrailing() : line;
        for (var form : List.of(BRACKETS, BOLD)) {
            var found = form.matcher(bare);
            if (found.matches()) {
                return named(found, zone).map(marker -> marker.writtenAt(tracked));
            }
        }
        var leaning = LEANING.matcher(bare);
        if (!leaning.matches()) {
            return Optional.empty();
        }
        return named(leaning, zone)
                .or(() -> tracked.map(_ -> new Marker(
                        Role.BETWEEN,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        false,
                        leaning.group().strip())))
                .map(marker -> marker.writtenAt(tracked));
    }

    private static Optional<Marker> named(Matcher found, ZoneId zone) {
        var label = found.group(1).strip();
        var alone = OldTime.read(label, zone).filter(time -> !time.day());
        if (alone.isPresent()) {
            return Optional.of(
                    new Marker(Role.BETWEEN, Optional.empty(), alone.map(OldTime::at), label, false, found.group(2)));
        }
        for (var name : NAMES) {
            var start = name.form().matcher(label);
            if (start.lookingAt()) {
                return detailed(name, label, label.substring(start.end()), found.group(2), zone);
            }
        }
        return Optional.empty();
    }

    /// Behind the name there may be a number or a time, or words that set it apart by a dash. Anything else is a
    /// sentence.
    private static Optional<Marker> detailed(Name name, String label, String detail, String rest, ZoneId zone) {
        var plain = detail.replaceFirst("^\\s*(?:[-–—:,(]|\\bat\\b|\\bon\\b)\\s*", "")
                .replaceFirst("\\)$", "")
                .strip();
        if (plain.isEmpty() || plain.matches("#?\\d{1,2}")) {
            return Optional.of(new Marker(name.role(), name.kind(), Optional.empty(), label, false, rest));
        }
        var at = OldTime.read(plain, zone).filter(time -> !time.day()).map(OldTime::at);
        if (at.isPresent()) {
            return Optional.of(new Marker(name.role(), name.kind(), at, label, false, rest));
        }
        var setApart = detail.matches("\\s*(?:[-–—:,(]|at\\s|on\\s).*");
        return setApart
                ? Optional.of(new Marker(name.role(), name.kind(), Optional.empty(), label, true, rest))
                : Optional.empty();
    }

    private Marker writtenAt(Optional<OldTime> tracked) {
        return new Marker(role, kind, at.or(() -> tracked.map(OldTime::at)), label, telling, rest);
    }

    /// Does it say by itself where its message belongs?
    boolean isClear() {
        return role != Role.BETWEEN || kind.isPresent() || at.isPresent();
    }

    /// Its own words as a paragraph of bold text.
    String heading() {
        return label.isEmpty()
                ? "**Update**"
                : "**" + label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + "**";
    }
}
