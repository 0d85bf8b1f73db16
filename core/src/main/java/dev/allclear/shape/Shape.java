package dev.allclear.shape;

import java.util.Locale;

/// A form that a message takes.
public enum Shape {
    STATUS_PAGE,
    EMAIL,
    SMS,
    /// 140 characters, for anything that shows one line.
    SHORT_POST,
    X,
    BLUESKY,
    MASTODON,
    CHAT,
    VOICE;

    /// Whether it has a headline: a title or a subject.
    public boolean hasHeadline() {
        return this == STATUS_PAGE || this == EMAIL;
    }

    /// Whether it must fit into little space.
    public boolean isShort() {
        return this == SMS || this == SHORT_POST || this == X || this == BLUESKY || this == MASTODON;
    }

    /// The name in APIs and language files: `short_post`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
