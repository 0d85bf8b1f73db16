package dev.allclear.people;

import java.time.Instant;
import java.util.Optional;

/// A link that works once: to set up the installation, to sign in, or to choose a password.
///
/// @param tokenHash SHA-256 of the link's secret, in hexadecimal
/// @param account whose it is; empty for setting up
public record OneTimeLink(String tokenHash, Purpose purpose, Optional<AccountId> account, Instant expiresAt) {

    /// What the link opens.
    public enum Purpose {
        SET_UP,
        SIGN_IN,
        CHOOSE_PASSWORD
    }
}
