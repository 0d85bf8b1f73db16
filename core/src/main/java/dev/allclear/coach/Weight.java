package dev.allclear.coach;

/// How much a finding matters: an error must be repaired or overridden with a reason, a hint may be ignored.
public enum Weight {
    ERROR,
    WARN,
    HINT
}
