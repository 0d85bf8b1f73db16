package dev.allclear.desk.console;

import java.util.List;

/// What is shown to somebody signed in whose request we won't carry out.
///
/// @param owners whom to ask for a greater role; empty unless that is what is missing
public record RefusalView(
        Frame frame, int status, String title, String words, List<String> faults, List<Owner> owners) {

    /// Somebody to ask.
    public record Owner(String name, String email) {}

    /// The same for somebody whom we don't know, or who has no role on this page.
    ///
    /// @param link and `label`: the way on
    public record Outside(Door door, String title, String words, String link, String label) {}
}
