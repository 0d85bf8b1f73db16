package dev.allclear.review;

import dev.allclear.incident.Incident;
import dev.allclear.journal.Entry;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A rule that somebody went past with a reason, or mails that somebody stopped, as the journal keeps it.
///
/// @param actor as the journal names them
/// @param why the reason, or what was done
public record Overridden(Kind kind, Instant at, String actor, String why) {

    /// Which one.
    public enum Kind {
        APPROVAL,
        COACH,
        MAILS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// All of an incident, oldest first.
    public static List<Overridden> of(Tx tx, Incident incident) {
        return tx.journal().about(incident.page(), incident.id().value()).stream()
                .flatMap(entry -> of(entry).stream())
                .toList();
    }

    private static Optional<Overridden> of(Entry entry) {
        return switch (entry.action()) {
            case "approval.overridden" -> Optional.of(of(Kind.APPROVAL, entry));
            case "coach.overridden" -> Optional.of(of(Kind.COACH, entry));
            case "incident.mails-stopped" -> Optional.of(of(Kind.MAILS, entry));
            default -> Optional.empty();
        };
    }

    private static Overridden of(Kind kind, Entry entry) {
        return new Overridden(kind, entry.at(), entry.actor(), entry.detail());
    }
}
