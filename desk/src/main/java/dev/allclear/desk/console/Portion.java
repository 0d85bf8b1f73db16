package dev.allclear.desk.console;

/// Which part of a long list is shown, and where the rest is.
///
/// @param words `1 to 50 of 214`
/// @param newer and `older`: links; empty where there is none
public record Portion(String words, String newer, String older) {

    public boolean isPart() {
        return !newer.isEmpty() || !older.isEmpty();
    }
}
