package dev.allclear.desk.console.incidents.preview;

import dev.allclear.desk.console.Words;
import dev.allclear.shape.Copy;
import dev.allclear.shape.Fact;
import dev.allclear.shape.Lack;
import dev.allclear.shape.Measure;
import dev.allclear.shape.Shape;
import dev.allclear.shape.Shaped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Says in words how long a shape is, what it lacks and what was left out of it.
public final class ShapeWords {

    private static final int WORDS_PER_MINUTE = 150;

    private ShapeWords() {}

    public static String name(Shape shape) {
        return switch (shape) {
            case STATUS_PAGE -> "Page";
            case EMAIL -> "Mail";
            case SMS -> "Text message";
            case SHORT_POST -> "Short post, one line";
            case X -> "X";
            case BLUESKY -> "Bluesky";
            case MASTODON -> "Mastodon";
            case CHAT -> "Chat";
            case VOICE -> "Hotline";
        };
    }

    /// `Mail, Text message`
    public static String list(Collection<Shape> shapes) {
        return shapes.stream().sorted().map(ShapeWords::name).collect(Collectors.joining(", "));
    }

    static List<ShapeView.Count> counts(Shape shape, Copy copy, List<Measure> measures) {
        if (shape == Shape.VOICE) {
            var words = copy.body().split("\\s+").length;
            return List.of(new ShapeView.Count(
                    "About " + Math.max(5, Math.ceilDiv(words * 60, WORDS_PER_MINUTE * 5) * 5)
                            + " seconds to listen to",
                    false));
        }
        return measures.stream()
                .map(measure -> new ShapeView.Count(count(shape, copy, measure), measure.over()))
                .toList();
    }

    private static String count(Shape shape, Copy copy, Measure measure) {
        var of = measure.used() + " of " + measure.limit();
        return switch (measure.unit()) {
            case SEPTETS -> segments(measure);
            case UCS2_UNITS ->
                segments(measure) + ", counted in UCS-2"
                        + Measure.outsideGsm7(copy.body())
                                .map(character -> " because of “" + character + "”")
                                .orElse("");
            case WEIGHT -> of + ", as X counts";
            case GRAPHEMES -> of + " characters";
            case BYTES -> of + " bytes";
            case CODE_POINTS -> shape == Shape.EMAIL ? "Subject: " + of + " characters" : of + " characters";
        };
    }

    /// `1 of 2 messages: 147 of 160 characters`
    private static String segments(Measure measure) {
        var most = measure.segments() == 1 ? measure.wanted() : measure.limit();
        return messages(measure) + ": " + measure.used() + " of " + most + " characters";
    }

    private static String messages(Measure measure) {
        return Words.count(measure.segments(), "message", "messages");
    }

    static String lack(Lack lack) {
        return switch (lack) {
            case Lack.OverLimit(var measure) -> "Too long by " + -measure.spare() + ": it would be cut or refused.";
            case Lack.SeveralSegments(var measure) ->
                "Sent as " + messages(measure) + ", which some phones show in the wrong order.";
            case Lack.Missing missing ->
                switch (missing.fact()) {
                    case IMPACT -> "It doesn’t say what customers can’t do.";
                    case NEXT_UPDATE -> "It doesn’t say when you speak again.";
                    case WINDOW -> "It doesn’t say from when to when.";
                    case LINK -> "It has no link to the status page.";
                    default -> "It doesn’t tell " + told(missing.fact()) + ".";
                };
        };
    }

    /// What stands in the way of a good text of ours; empty where nothing does.
    static List<String> troubles(Shaped made) {
        return switch (made) {
            case Shaped.Ready _ -> List.of();
            case Shaped.Thin(var _, var _, var by) ->
                List.of("What customers notice is " + by
                        + " characters too long to be told here, so only the states are."
                        + " Shorten it, or write this one yourself.");
            case Shaped.TooLong(var fact, var by) ->
                List.of("This can’t be told in so little room: " + told(fact) + " is " + by
                        + " characters too long. Shorten it, or write this one yourself.");
        };
    }

    static String leftOut(Collection<Fact> facts) {
        return facts.stream().sorted().map(ShapeWords::told).distinct().collect(Collectors.joining(", "));
    }

    private static String told(Fact fact) {
        return switch (fact) {
            case NAME -> "the name of the service";
            case IMPACT -> "what customers notice";
            case NEXT_UPDATE -> "the time of the next update";
            case WINDOW -> "the window";
            case ALL_CLEAR -> "the all-clear";
            case ACTION -> "what to do";
            case WORKAROUND -> "the workaround";
            case LINK -> "the link";
            case SCOPE -> "who is affected";
            case SINCE -> "since when";
            case RESTORED_BY -> "the estimate";
            case LATENESS -> "that we are late";
            case DOING -> "what we are doing";
            case RESIDUAL -> "what is left over";
            case COMPENSATION -> "the compensation";
            case NEXT_STEP -> "what comes next";
            case CONTACT -> "where to get help";
            case WHY -> "the reason";
            case CAUSE -> "the cause";
            case PREVENTION -> "what we change";
            case APOLOGY -> "the apology";
        };
    }
}
