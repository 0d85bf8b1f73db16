package dev.allclear.coach;

import dev.allclear.coach.Manuscript.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is known beside the text. All of it may be missing; a rule that needs what is missing stays silent.
///
/// @param earlier the updates of the same incident that were published before, oldest first
public record Context(House house, Times times, Facts facts, List<Earlier> earlier) {

    public static final Context UNKNOWN = new Context(House.UNKNOWN, Times.UNKNOWN, Facts.UNKNOWN, List.of());

    public Context {
        earlier = List.copyOf(earlier);
    }

    /// What the organisation calls things, and what it keeps to itself.
    ///
    /// @param products names of its own, which are never jargon
    /// @param forbidden names that must not be published: vendors under contract, code names
    /// @param internalPatterns how it names hosts, clusters and tickets: letters as they are, `*` for any, `#` for
    /// digits
    /// @param internalValues what the incident's internal fields hold
    public record House(
            Optional<String> brand,
            List<Component> components,
            List<String> products,
            List<Term> glossary,
            List<String> forbidden,
            List<String> internalPatterns,
            List<String> internalValues,
            List<String> staff,
            Optional<String> statusUrl,
            Optional<String> supportContact,
            Optional<ZoneId> displayZone) {
        public static final House UNKNOWN = new House(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// @param name what the team calls it
    /// @param publicName what customers call it
    public record Component(String name, Optional<String> publicName, Optional<State> state) {
        public String shown() {
            return publicName.orElse(name);
        }
    }

    /// The state of a component, from best to worst.
    public enum State {
        OPERATIONAL,
        MAINTENANCE,
        DEGRADED,
        PARTIAL,
        DOWN
    }

    /// A word of the trade, and what to say instead.
    public record Term(String term, String plain) {}

    /// When things happened, or will.
    public record Times(
            Optional<Instant> now,
            Optional<Instant> startedAt,
            Optional<Instant> detectedAt,
            Optional<Instant> endedAt,
            Optional<Instant> nextUpdateAt,
            Optional<Estimate> eta,
            Optional<Window> window) {
        public static final Times UNKNOWN = new Times(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// When it should work again, and who stands for that.
    public record Estimate(Instant at, Optional<String> confirmedBy) {}

    /// When planned work takes place, and what its fields tell beside the text.
    ///
    /// @param previousEnd the end that was announced before, when it moved
    /// @param leastNotice how long ahead the company's policy announces it
    /// @param told what readers find beside the text, so that the text need not say it
    public record Window(
            Instant start,
            Instant end,
            Optional<Instant> previousEnd,
            Optional<Duration> leastNotice,
            Set<Detail> told) {
        public Window {
            told = Set.copyOf(told);
        }

        public Window(Instant start, Instant end, Optional<Instant> previousEnd) {
            this(start, end, previousEnd, Optional.empty(), Set.of());
        }
    }

    /// What an announcement of planned work must tell beside when.
    public enum Detail {
        IMPACT,
        REASON,
        ACTION
    }

    /// What the incident's fields say.
    ///
    /// @param affectedShare of the customers, from 0 to 1
    /// @param workaround what customers can do meanwhile, as a sentence
    public record Facts(
            Optional<Impact> impact,
            Optional<CauseState> cause,
            Optional<Double> affectedShare,
            Optional<WorkaroundState> workaroundState,
            Optional<String> workaround,
            Optional<Boolean> creditsApply,
            Optional<Boolean> emergency,
            Optional<Boolean> holdsData,
            Optional<AllClear> allClear) {
        public static final Facts UNKNOWN = new Facts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// What the fields of an all-clear answer, each as a sentence.
    ///
    /// @param leftovers empty where nothing is left over
    /// @param nextStep empty where nothing comes next
    public record AllClear(String reason, Optional<String> leftovers, Optional<String> nextStep) {

        /// Whether the text says this very answer.
        public static boolean isSaid(String answer, String text) {
            var sentence = answer.strip().replaceFirst("[.!]$", "");
            return text.toLowerCase(Locale.ROOT).contains(sentence.toLowerCase(Locale.ROOT));
        }
    }

    /// How bad it is for customers.
    public enum Impact {
        NONE,
        MINOR,
        MAJOR,
        CRITICAL
    }

    /// How sure we are of the cause, and whether it may be told.
    public enum CauseState {
        UNKNOWN,
        SUSPECTED,
        CONFIRMED,
        CONFIRMED_NOT_PUBLIC
    }

    /// Whether there is something customers can do meanwhile.
    public enum WorkaroundState {
        GIVEN,
        NONE_YET,

        /// As `NONE_YET`, and it stands beside the text already.
        NONE_SHOWN,
        NOT_NEEDED
    }

    /// An update that is out already.
    public record Earlier(Instant at, Phase phase, String title, String body, Optional<Instant> promisedNextAt) {}

    /// Whether the impact is known, and at least this bad.
    public boolean atLeast(Impact impact) {
        return facts.impact().filter(it -> it.compareTo(impact) >= 0).isPresent();
    }

    public Optional<Earlier> last() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
    }
}
