package dev.allclear.desk.console;

/// One of several things to choose from in a form.
///
/// @param small a few words more; may be empty
public record Option(String value, String label, String small) {

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }
}
