package dev.allclear.app.demo;

import dev.allclear.Entropy;
import java.util.Base64;
import java.util.Random;

/// Chance from a seed: the demo's addresses stay the same from start to start. Nothing that it makes keeps a secret.
final class StoryEntropy implements Entropy {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 12;

    private final Random random;

    StoryEntropy(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public String id() {
        var id = new StringBuilder();
        while (id.length() < LENGTH) {
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
