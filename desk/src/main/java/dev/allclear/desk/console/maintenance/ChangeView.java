package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import java.util.List;
import java.util.Optional;

/// The screen on which what customers should know of announced work is changed.
///
/// @param seen what stands now, in short
/// @param theirs what somebody else changed meanwhile; empty when nobody did
public record ChangeView(
        Frame frame,
        String path,
        String title,
        Form form,
        String once,
        String seen,
        boolean runs,
        Parts parts,
        Preview preview,
        Optional<List<Difference>> theirs) {

    public List<Option> ways() {
        return List.of(
                new Option("quietly", "Quietly", "the page shows it, nobody is mailed"),
                new Option("everybody", "With a word to everybody", "who hears of this work is mailed"));
    }
}
