package dev.allclear.testkit.simulation;

import dev.allclear.Entropy;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// All chance of one day, from its seed.
final class Chance implements Entropy {

    private final Random random;
    private long ids;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean once(double probability) {
        return random.nextDouble() < probability;
    }

    Duration between(Duration least, Duration most) {
        return least.plusNanos((long) (random.nextDouble() * most.minus(least).toNanos()));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    @Override
    public String id() {
        return "x" + Long.toString(random.nextInt(1_296, 46_656), 36) + ids++;
    }

    @Override
    public String secret() {
        return id();
    }

    @Override
    public double fraction() {
        return random.nextDouble();
    }
}
