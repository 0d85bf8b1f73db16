package dev.allclear.desk.console.incidents.preview;

import dev.allclear.Objection;
import java.util.List;

/// All shapes of what is being written.
///
/// @param offered whether there are any: what is taken back has none
/// @param made whether they were made this time; making them takes longer than the rest of a preview
/// @param objections what the coach wants put right in those that were written by hand
public record ShapesView(
        boolean offered, boolean made, String company, List<ShapeView> all, List<Objection> objections) {

    static final ShapesView NONE = new ShapesView(false, false, "", List.of(), List.of());

    public List<ShapeView> under(String tab) {
        return all.stream().filter(shape -> shape.tab().equals(tab)).toList();
    }
}
