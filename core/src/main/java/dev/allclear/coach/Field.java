package dev.allclear.coach;

/// Which part of a message.
public enum Field {
    TITLE,
    BODY
}
