package dev.allclear.desk.console;

/// One column of a table.
///
/// @param name empty for a column of buttons
/// @param look `opt` vanishes on a phone, `num` stands right; both, one, or empty
public record Column(String name, String look) {

    public static Column of(String name) {
        return new Column(name, "");
    }
}
