package dev.allclear.shape;

/// Limits that a page's own channels set.
///
/// @param smsSegments how many segments a short message may take; one is always tried first
/// @param mastodonCharacters what the server says as `max_characters`
/// @param mastodonAddress what the server says as `characters_reserved_per_url`
public record Limits(int smsSegments, int mastodonCharacters, int mastodonAddress) {

    public static final Limits USUAL = new Limits(2, 500, 23);
}
