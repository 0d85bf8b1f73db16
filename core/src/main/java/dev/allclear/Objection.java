package dev.allclear;

/// Something in a message that must be put right, or answered for, before it goes out.
///
/// @param rule the rule of the style guide, such as `template-leftover`
/// @param field in which field it is
/// @param start where in the field, in UTF-16 units; at its end where something is missing
/// @param why one sentence
/// @param repair one concrete sentence
public record Objection(String rule, String field, int start, int end, String why, String repair) {}
