package dev.allclear.app.machine;

import dev.allclear.Entropy;
import java.security.SecureRandom;
import java.util.Base64;

/// Chance from the operating system.
public final class SecureEntropy implements Entropy {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String id() {
        var id = new StringBuilder(12);
        for (var i = 0; i < 12; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
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
