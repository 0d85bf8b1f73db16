package dev.allclear.app.machine;

import dev.allclear.Entropy;
import java.security.SecureRandom;
import java.util.Base64;

/// Chance from the operating system.
public final class SecureEntropy implements Entropy {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static final int LENGTH = 12;

    /// 36 to the power of 12.
    private static final long ALL_IDS = 4_738_381_338_321_616_896L;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String id() {
        // Drawn at once: asking the operating system for each letter costs twelve times as much.
        var drawn = random.nextLong(ALL_IDS);
        var id = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt((int) (drawn % LETTERS.length())));
            drawn /= LETTERS.length();
        }
        return id.toString();
    }

    @Override
    public String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public double fraction() {
        return random.nextDouble();
    }
}
