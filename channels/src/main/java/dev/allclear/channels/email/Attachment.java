package dev.allclear.channels.email;

/// A file that goes with a mail.
///
/// @param type with its parameters, as the header says it
/// @param text its content, with line ends of any kind
record Attachment(String name, String type, String text) {}
