package dev.allclear.review;

import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How many were written to by one kind of mail, all of an incident together.
///
/// @param announced how often there was something to write
/// @param stopped how often somebody stopped it
public record Reached(Kind kind, int announced, int stopped, long mailed, long failed, long waiting) {

    /// What the mails said.
    public enum Kind {
        UPDATE,
        CORRECTION,
        REPORT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean holds(Subject subject) {
            return switch (subject) {
                case Subject.OfIncident _ -> this == UPDATE;
                case Subject.OfCorrection _ -> this == CORRECTION;
                case Subject.OfReport _ -> this == REPORT;
                case Subject.OfMaintenance _, Subject.OfConfirmation _, Subject.OfReminder _, Subject.OfHandover _ ->
                    false;
            };
        }
    }

    /// @param story everything that was announced of an incident
    static List<Reached> of(List<Progress> story) {
        return Arrays.stream(Kind.values())
                .map(kind -> of(
                        kind,
                        story.stream()
                                .filter(one -> kind.holds(one.announcement().subject()))
                                .toList()))
                .filter(reached -> reached.announced() > 0)
                .toList();
    }

    private static Reached of(Kind kind, List<Progress> all) {
        return new Reached(
                kind,
                all.size(),
                (int) all.stream().filter(Progress::stopped).count(),
                all.stream().mapToLong(one -> one.tally().sent()).sum(),
                all.stream().mapToLong(one -> one.tally().failed()).sum(),
                all.stream()
                        .mapToLong(one -> one.tally().waiting() + one.tally().sending())
                        .sum());
    }
}
