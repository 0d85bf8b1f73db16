package dev.allclear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/// A file of many subscribers: one of five follows everything, the others two components each; one line of a thousand
/// is wrong.
final class Roster {

    private static final int PART_OF_WRONG = 1_000;

    private final int people;
    private final int components;

    Roster(int people, int components) {
        this.people = people;
        this.components = components;
    }

    void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("email,components,consent_at,consent_source,language,created_at\n");
            for (var number = 0; number < people; number++) {
                if (number % PART_OF_WRONG == 0) {
                    out.write("nobody at all,,2025-03-01,the form,en,2025-03-01\n");
                }
                var chosen = followsAll(number) ? "" : "Part " + first(number) + ";Part " + second(number);
                out.write("reader%d@shop%d.example,%s,2025-03-01T10:%02d:00Z,\"the form, version 3\",%s,2025-03-%02d\n"
                        .formatted(
                                number,
                                number % 5_000,
                                chosen,
                                number % 60,
                                number % 4 == 0 ? "de" : "en",
                                1 + number % 28));
            }
        }
    }

    long wrong() {
        return (people + PART_OF_WRONG - 1L) / PART_OF_WRONG;
    }

    /// How many hear of something that concerns the first components.
    long listeners(int concerned) {
        return LongStream.range(0, people)
                .filter(number -> followsAll(number) || first(number) < concerned || second(number) < concerned)
                .count();
    }

    private static boolean followsAll(long number) {
        return number % 5 == 0;
    }

    private int first(long number) {
        return (int) (number * 7_919 % components);
    }

    private int second(long number) {
        return (int) (number * 104_729 / 7 % components);
    }
}
