package dev.allclear.journal;

import dev.allclear.PageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// One line of the journal: who did what, and when. Never changed, never removed.
///
/// @param number from 1, without gaps, per page
/// @param action a dotted verb of the product, such as `incident.declared`
/// @param subject the id of what it was done to; may be empty
/// @param detail what a reader of the journal needs beside that, in words; may be empty
/// @param previous the hash of the entry before; 64 zeros for the first
/// @param hash SHA-256 over all of the above, in hexadecimal
public record Entry(
        PageId page,
        long number,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        String previous,
        String hash) {

    public static final String GENESIS = "0".repeat(64);

    public static Entry after(
            String previous,
            PageId page,
            long number,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail) {
        return new Entry(
                page,
                number,
                at,
                actor,
                action,
                subject,
                detail,
                previous,
                hash(
                        previous,
                        page.value(),
                        Long.toString(number),
                        Long.toString(at.toEpochMilli()),
                        actor,
                        action,
                        subject,
                        detail));
    }

    /// Does the hash say what the entry says?
    public boolean isIntact() {
        return hash.equals(after(previous, page, number, at, actor, action, subject, detail).hash);
    }

    private static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length first, so that no two different entries run together to the same bytes.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
