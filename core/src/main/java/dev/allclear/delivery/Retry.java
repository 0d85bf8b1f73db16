package dev.allclear.delivery;

/// Which deliveries of an announcement are tried once more because somebody says so.
public enum Retry {
    /// What failed: nobody gets anything twice.
    FAILED,
    /// What was never answered, and is not tried again by itself any more: it may have arrived, so some may get it
    /// twice,
    /// under the same Message-ID.
    UNANSWERED
}
