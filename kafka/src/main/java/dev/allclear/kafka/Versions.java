package dev.allclear.kafka;

/// What is written into Kafka may be read by another version of the program.
final class Versions {

    private Versions() {}

    static void expect(int ours, int found) {
        if (ours != found) {
            throw new IllegalStateException(
                    "a record of version " + found + ", of which this program knows nothing: run the newer one");
        }
    }
}
