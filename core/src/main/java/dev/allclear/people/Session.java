package dev.allclear.people;

import java.time.Instant;

/// Somebody signed in with one browser.
///
/// @param tokenHash SHA-256 of the secret that the browser holds, in hexadecimal: the secret itself is kept nowhere
/// @param formToken what every form of this session must carry back
public record Session(String tokenHash, AccountId account, String formToken, Instant createdAt, Instant expiresAt) {}
