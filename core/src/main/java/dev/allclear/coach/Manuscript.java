package dev.allclear.coach;

import java.util.Locale;
import java.util.Optional;

/// One message as somebody wrote it for one channel, with what is known around it.
///
/// @param language a BCP 47 tag; guessed from the text when missing
public record Manuscript(
        Channel channel,
        Phase phase,
        Audience audience,
        String title,
        String body,
        Optional<String> language,
        Context context) {

    /// Where it will be read.
    public enum Channel {
        STATUS,
        EMAIL,
        SMS,
        POST,
        VOICE,
        BANNER
    }

    /// Who reads it: developers and administrators, or everybody else.
    public enum Audience {
        GENERAL,
        TECHNICAL
    }

    /// At which point of the story it is written.
    public enum Phase {
        INVESTIGATING,
        IDENTIFIED,
        MONITORING,
        RESOLVED,
        MAINTENANCE_SCHEDULED,
        MAINTENANCE_PROGRESS,
        MAINTENANCE_DONE,
        POSTMORTEM;

        /// As the rules and the API write it: `maintenance-scheduled`.
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether an unplanned incident goes on.
        public boolean open() {
            return this == INVESTIGATING || this == IDENTIFIED || this == MONITORING;
        }

        public boolean ahead() {
            return this == MAINTENANCE_SCHEDULED || this == MAINTENANCE_PROGRESS;
        }

        public boolean over() {
            return this == RESOLVED || this == MAINTENANCE_DONE;
        }

        public boolean planned() {
            return ahead() || this == MAINTENANCE_DONE;
        }
    }

    /// A message about which nothing else is known.
    public static Manuscript of(Phase phase, String title, String body) {
        return new Manuscript(Channel.STATUS, phase, Audience.GENERAL, title, body, Optional.empty(), Context.UNKNOWN);
    }
}
