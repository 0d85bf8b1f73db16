package dev.allclear.coach;

import dev.allclear.coach.text.Span;

/// What a button can do about a finding: put this text in the place of that span. An empty span inserts.
///
/// @param label what the button says
public record Fix(String label, Field field, Span span, String text) {}
