package dev.allclear.channels.email;

/// What an operator wrote, in both shapes.
///
/// @param html safe to be shown as it is
record Marked(String html, String text) {}
