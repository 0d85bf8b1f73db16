package dev.allclear.desk.console;

/// One of the ways in which a list can be narrowed.
///
/// @param count how many there are; may be empty
public record Filter(String link, String name, String count, boolean isChosen) {}
