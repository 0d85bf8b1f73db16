package dev.allclear.desk.console.maintenance;

/// One thing that stands otherwise than it was typed.
///
/// @param now empty where nothing is said
public record Difference(String label, String now) {}
