package dev.allclear;

/// The only source of chance, so that a test can replay a day of it from a seed.
public interface Entropy {

    /// A fresh id of 12 characters from `[a-z0-9]` (62 bits), as Statuspage's clients expect them.
    String id();

    /// A fresh secret of 256 bits, in URL-safe Base64 without padding (43 characters).
    String secret();

    /// A number from 0 (inclusive) to 1 (exclusive), for jitter.
    double fraction();
}
