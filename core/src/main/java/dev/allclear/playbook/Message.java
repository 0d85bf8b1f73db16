package dev.allclear.playbook;

/// What a playbook says on one occasion, ready to be read over and sent.
///
/// @param title one line, without Markdown
/// @param body Markdown
public record Message(String title, String body) {}
