package dev.allclear.shape;

import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the author wrote, value by value, as clauses: `customers cannot pay by card`. Null is unknown.
///
/// @param title the author's own headline
/// @param text the author's own free text; it stands in place of impact, doing and cause where there is room
/// @param impact what customers cannot do
/// @param action what customers should do
/// @param doing what we are doing
/// @param why why planned work is done, or why it was moved
/// @param restored what works again: `card payments work again`
/// @param residual what is left over after the all-clear
/// @param next what comes next: a report, a new date
/// @param compensation who gets what, as granted
/// @param contact where people find help
public record Words(
        @Nullable String title,
        @Nullable String text,
        @Nullable String impact,
        Workaround workaround,
        @Nullable String action,
        @Nullable String doing,
        RootCause cause,
        @Nullable String why,
        @Nullable String restored,
        @Nullable String residual,
        @Nullable String next,
        List<Prevention> prevention,
        @Nullable String compensation,
        @Nullable String contact) {

    /// One thing that we change so that it doesn't come back.
    ///
    /// @param due until when; null where it is done or has no date
    public record Prevention(String text, @Nullable LocalDate due, boolean done) {
        public Prevention {
            text = Clean.line(text);
        }
    }

    public Words {
        title = Clean.optional(title);
        text = Clean.prose(text);
        impact = Clean.optional(impact);
        workaround = clean(workaround);
        action = Clean.optional(action);
        doing = Clean.optional(doing);
        why = Clean.optional(why);
        restored = Clean.optional(restored);
        residual = Clean.optional(residual);
        next = Clean.optional(next);
        prevention = List.copyOf(prevention);
        compensation = Clean.optional(compensation);
        contact = Clean.optional(contact);
    }

    private static Workaround clean(Workaround workaround) {
        if (!(workaround instanceof Workaround.Given(var what))) {
            return workaround;
        }
        var clean = Clean.optional(what);
        return clean == null ? new Workaround.NotNeeded() : new Workaround.Given(clean);
    }

    /// What customers can do meanwhile, where something is known.
    @Nullable
    String meanwhile() {
        return switch (workaround) {
            case Workaround.Given(var what) -> what;
            case Workaround.NoneYet _ -> null;
            case Workaround.NotNeeded _ -> null;
        };
    }

    /// The cause, only once it is confirmed and may be told: a suspicion would blame somebody.
    @Nullable
    String tellableCause() {
        return switch (cause) {
            case RootCause.Confirmed(var what) -> Clean.optional(what);
            case RootCause.Unknown _ -> null;
            case RootCause.Suspected _ -> null;
            case RootCause.ConfirmedNotPublic _ -> null;
        };
    }
}
