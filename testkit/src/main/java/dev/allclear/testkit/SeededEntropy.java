package dev.allclear.testkit;

import dev.allclear.Entropy;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Chance that falls the same way each time for the same seed.
public final class SeededEntropy implements Entropy {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;

    public SeededEntropy(long seed) {
        this.random = new java.util.Random(seed);
    }

    @Override
    public String id() {
        var id = new StringBuilder();
        for (var place = 0; place < 12; place++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
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
