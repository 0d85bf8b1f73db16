package dev.allclear.channels.email;

/// A place in a mail at which readers of the same news get something different.
enum Gap {
    /// Whole header lines.
    TO,
    MESSAGE_ID,
    LIST_UNSUBSCRIBE,
    /// Addresses in the text.
    TEXT_MANAGE,
    TEXT_UNSUBSCRIBE,
    TEXT_CONFIRM,
    /// The same in the HTML.
    HTML_MANAGE,
    HTML_UNSUBSCRIBE,
    HTML_CONFIRM
}
