package dev.allclear;

import java.time.Duration;
import java.util.List;

/// A request that we won't carry out. Nothing was changed; the message says why in a person's words.
///
/// Turned into an answer in one class per surface (problem+json in the API, a form with its faults in the desk).
public abstract sealed class Refused extends RuntimeException {

    private Refused(String message) {
        super(message, null, false, false);
    }

    /// Fields that don't make sense, each with what would.
    public static final class Invalid extends Refused {
        private final transient List<Fault> faults;

        public Invalid(List<Fault> faults) {
            super(faults.getFirst().message());
            this.faults = List.copyOf(faults);
        }

        public Invalid(String field, String message) {
            this(List.of(new Fault(field, message)));
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /// There is no such thing, or not for you: the two are never told apart.
    public static final class NotFound extends Refused {
        public NotFound(String what) {
            super("There is no such " + what + ".");
        }
    }

    /// Somebody else changed it since you looked.
    public static final class ChangedMeanwhile extends Refused {
        public ChangedMeanwhile(String what) {
            super("This " + what + " was changed by someone else since you opened it.");
        }
    }

    /// It makes sense, but not in the state that things are in.
    public static final class Conflict extends Refused {
        public Conflict(String why) {
            super(why);
        }
    }

    /// It makes sense, and would go out if somebody answered for it.
    public abstract static sealed class HeldUp extends Refused {
        private HeldUp(String message) {
            super(message);
        }

        /// What has to be put right or answered, by field.
        public abstract List<Fault> faults();
    }

    /// The policy asks for a second person, and only one has seen it.
    public static final class NeedsApproval extends HeldUp {
        public NeedsApproval() {
            super(
                    "At this severity a second person has to agree. Hand it over for approval at the desk, or send it at once"
                            + " as an emergency and say why.");
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("emergency", String.valueOf(getMessage())));
        }
    }

    /// Far fewer people would hear of it than whoever sends it counts on, or nobody at all.
    public static final class AudienceLost extends HeldUp {
        /// @param expected how many were counted on
        /// @param now how many would be written to
        /// @param subscribers how many the page has
        public AudienceLost(long expected, long now, long subscribers) {
            super((now == 0 ? "Nobody" : now == 1 ? "Only 1 person" : "Only " + now + " people")
                    + " would hear of it by mail"
                    + (expected > now ? "; " + expected + " when you last saw the number" : "")
                    + ". The page has "
                    + (subscribers == 0 ? "no" : subscribers)
                    + (subscribers == 1 ? " subscriber" : " subscribers")
                    + ". Look at what is affected and who subscribes, or confirm the new number.");
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("expected_audience", String.valueOf(getMessage())));
        }
    }

    /// The writing coach found an error in it, and nobody answered for it.
    public static final class Objected extends HeldUp {
        private final transient List<Objection> objections;

        public Objected(List<Objection> objections) {
            super("The writing coach found "
                    + (objections.size() == 1 ? "an error: " : objections.size() + " errors, the first of them: ")
                    + objections.getFirst().why()
                    + " Put it right, or send it all the same and say why; the reason is kept.");
            this.objections = List.copyOf(objections);
        }

        public List<Objection> objections() {
            return objections;
        }

        @Override
        public List<Fault> faults() {
            return objections.stream()
                    .map(one -> new Fault(one.field(), one.why() + " " + one.repair()))
                    .toList();
        }
    }

    /// You may not do this.
    public static final class Forbidden extends Refused {
        public Forbidden(String why) {
            super(why);
        }
    }

    /// We don't know who you are.
    public static final class Unauthenticated extends Refused {
        public Unauthenticated(String why) {
            super(why);
        }
    }

    /// Too often; come back later.
    public static final class TooMany extends Refused {
        private final transient Duration retryAfter;

        public TooMany(String why, Duration retryAfter) {
            super(why);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
