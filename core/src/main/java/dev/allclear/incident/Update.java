package dev.allclear.incident;

import dev.allclear.Text;
import dev.allclear.people.Actor;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One thing that we said about an incident, once.
///
/// @param text Markdown
/// @param areas everything that is affected from then on; whatever is missing works again
/// @param nextUpdateDue the promise that came with it; empty when nothing more was owed
/// @param restoredAt for an all-clear, when service was back, which may be earlier than the word of it
/// @param answers what an all-clear answers beside its text, where it was asked
/// @param author for the desk only, never shown to the public
public record Update(
        UpdateId id,
        Kind kind,
        String text,
        Map<Area, State> areas,
        Optional<Instant> nextUpdateDue,
        Optional<Instant> restoredAt,
        Optional<AllClear> answers,
        Instant at,
        String author,
        List<Correction> corrections) {

    /// What sort of word it is, as its label says.
    public enum Kind {
        INVESTIGATING,
        IDENTIFIED,
        MONITORING,
        RESOLVED,
        REOPENED,
        FALSE_ALARM,
        CANCELLED;

        static Kind of(Stage stage) {
            return switch (stage) {
                case INVESTIGATING -> INVESTIGATING;
                case IDENTIFIED -> IDENTIFIED;
                case MONITORING -> MONITORING;
            };
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final int TEXT_LIMIT = 20_000;

    public Update {
        text = Text.prose("text", text, TEXT_LIMIT);
        areas = Map.copyOf(areas);
        if ((restoredAt.isPresent() || answers.isPresent()) && kind != Kind.RESOLVED) {
            throw new IllegalArgumentException("only an all-clear says what works again and since when");
        }
        corrections = List.copyOf(corrections);
    }

    /// Nobody wrote it: Allclear said that there is no news.
    public boolean isAutomatic() {
        return author.equals(Actor.SYSTEM.name());
    }

    /// Where the incident stood after it, as far as it tells.
    Phase phase() {
        return switch (kind) {
            case INVESTIGATING, REOPENED -> open(Stage.INVESTIGATING);
            case IDENTIFIED -> open(Stage.IDENTIFIED);
            case MONITORING -> open(Stage.MONITORING);
            case RESOLVED -> new Phase.Resolved(restoredAt.orElse(at));
            case FALSE_ALARM -> new Phase.Withdrawn(at, Phase.Reason.FALSE_ALARM);
            case CANCELLED -> new Phase.Withdrawn(at, Phase.Reason.CANCELLED);
        };
    }

    private Phase open(Stage stage) {
        return new Phase.Open(stage, nextUpdateDue.orElse(at));
    }

    Update corrected(String right, String why, Instant now) {
        var all = new ArrayList<>(corrections);
        all.add(new Correction(now, text, why));
        return new Update(id, kind, right, areas, nextUpdateDue, restoredAt, answers, at, author, all);
    }
}
