package dev.allclear.channels.inbound;

import java.time.Duration;

/// How much one who sends us mail may take of us.
///
/// @param connections at once, in all
/// @param perAddress at once, from one address
/// @param commands in one connection
/// @param mistakes in one connection
/// @param recipients of one mail
/// @param mailSize in bytes
/// @param idle until the next byte
/// @param total for one connection, whatever it does
public record SmtpLimits(
        int connections,
        int perAddress,
        int commands,
        int mistakes,
        int recipients,
        int mailSize,
        Duration idle,
        Duration total) {

    public static final SmtpLimits USUAL =
            new SmtpLimits(50, 10, 200, 10, 20, ReturnReader.LONGEST, Duration.ofSeconds(60), Duration.ofMinutes(10));
}
