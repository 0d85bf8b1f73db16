package dev.allclear.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Which addresses a file has had so far: 64 bits of each one's digest, so that a million take 16 MB. That two of a
/// million different ones are taken for the same happens once in 30 million files.
public final class Seen {

    private final MessageDigest digest;
    private long[] slots = new long[1 << 10];
    private int filled;

    public Seen() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @return whether it is the first time
    public boolean add(String key) {
        var bytes = digest.digest(key.getBytes(StandardCharsets.UTF_8));
        var print = 0L;
        for (var place = 0; place < Long.BYTES; place++) {
            print = (print << 8) | (bytes[place] & 0xFF);
        }
        // Zero marks a free slot.
        if (!put(slots, print == 0 ? 1 : print)) {
            return false;
        }
        filled++;
        if (filled * 2 > slots.length) {
            var wider = new long[slots.length * 2];
            Arrays.stream(slots).filter(slot -> slot != 0).forEach(slot -> put(wider, slot));
            slots = wider;
        }
        return true;
    }

    private static boolean put(long[] slots, long print) {
        var place = (int) (print & (slots.length - 1));
        while (slots[place] != 0) {
            if (slots[place] == print) {
                return false;
            }
            place = (place + 1) & (slots.length - 1);
        }
        slots[place] = print;
        return true;
    }
}
