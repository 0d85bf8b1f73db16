package dev.allclear.coach.text;

/// One word, number or address of a text, with its place in UTF-16 units.
///
/// @param word in lower case, with a straight apostrophe
/// @param written as it stands in the text
public record Token(Kind kind, int start, int end, String word, String written) {

    /// What a token is. A domain is several words joined by dots, such as `status.example.com` or `mx1.int`.
    public enum Kind {
        WORD,
        NUMBER,
        LINK,
        EMAIL,
        DOMAIN
    }
}
