package dev.allclear.channels.email;

import java.time.Duration;

/// How long we wait for a mail server before we take it for dead.
///
/// RFC 5321 (section 4.5.3.2) would wait for minutes, and ten of them for the last answer. Ours has few threads and
/// news that ages: a mail of which nobody knows is better told so soon.
///
/// @param connect for one of its addresses
/// @param answer for one whole answer, not for a byte of it
/// @param write until it has taken what we wrote
record Patience(Duration connect, Duration answer, Duration write) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60));
}
