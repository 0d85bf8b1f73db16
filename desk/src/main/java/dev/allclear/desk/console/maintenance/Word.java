package dev.allclear.desk.console.maintenance;

import dev.allclear.Text;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Window;
import java.time.Instant;
import java.time.ZoneId;

/// What somebody says about planned work: `text`, for another time `start` and `end`, and where
/// it is cancelled `which`.
///
/// @param start and `end`: as planned, unless the step names another time
/// @param all whether it holds for all of a series that are still ahead
record Word(String text, Instant start, Instant end, boolean all) {

    static final String WHICH = "which";
    static final String THIS = "this";
    static final String ALL = "all";

    static Word read(Parameters typed, Step step, Window planned, ZoneId zone) {
        var faults = new Faults();
        var text = faults.read(() -> Text.prose("text", typed.get("text"), 20_000));
        var start = faults.read(() -> step == Step.MOVE ? Plan.time(typed, "start", zone) : planned.start());
        var end = faults.read(() -> step.moves() ? Plan.time(typed, "end", zone) : planned.end());
        faults.refuseIfAny();
        return new Word(
                text.orElseThrow(),
                start.orElseThrow(),
                end.orElseThrow(),
                typed.get(WHICH).equals(ALL));
    }
}
