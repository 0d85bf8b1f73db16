package dev.allclear;

/// What is wrong with one field of a request, and what would be right.
///
/// @param field the name of the field as the sender knows it, empty when the request as a whole is meant
/// @param message one sentence for a person
public record Fault(String field, String message) {}
