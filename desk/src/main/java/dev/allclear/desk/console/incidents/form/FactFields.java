package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.EstimateChange;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// Reads what is known of an incident: `impact`, `scope`, `workaround` and `workaroundText`, `doing`, `cause` and
/// `causeText`, `fix`, `estimate` and who confirmed it.
public final class FactFields {

    private FactFields() {}

    public static Facts all(Parameters typed, ZoneId zone, Faults faults) {
        var impact = faults.read(() -> text(typed, "impact"));
        var scope = faults.read(() -> text(typed, "scope"));
        var workaround = faults.read("workaroundText", () -> workaround(typed));
        var doing = faults.read(() -> text(typed, "doing"));
        var cause = faults.read("causeText", () -> cause(typed));
        var fix = faults.read(() -> text(typed, "fix"));
        var estimate = faults.read(() -> estimate(typed, zone));
        return new Facts(
                impact.orElse(""),
                scope.orElse(""),
                workaround.orElseGet(Workaround.NoneYet::new),
                doing.orElse(""),
                cause.orElseGet(RootCause.Unknown::new),
                fix.orElse(""),
                estimate.orElse(Optional.empty()));
    }

    public static String text(Parameters typed, String field) {
        return Text.optionalProse(field, typed.get(field), Facts.TEXT_LIMIT);
    }

    public static Workaround workaround(Parameters typed) {
        var text = typed.get("workaroundText");
        return switch (typed.get("workaround")) {
            case "given" -> new Workaround.Given(text);
            case "not_needed" -> new Workaround.NotNeeded();
            default -> text.isBlank() ? new Workaround.NoneYet() : new Workaround.Given(text);
        };
    }

    public static RootCause cause(Parameters typed) {
        var text = typed.get("causeText");
        return switch (typed.get("cause")) {
            case "suspected" -> new RootCause.Suspected(text);
            case "confirmed" -> new RootCause.Confirmed(text);
            case "confirmed_not_public" -> new RootCause.ConfirmedNotPublic();
            default -> {
                if (!text.isBlank()) {
                    throw new Refused.Invalid("causeText", "Say above whether this is suspected or confirmed.");
                }
                yield new RootCause.Unknown();
            }
        };
    }

    private static Optional<Estimate> estimate(Parameters typed, ZoneId zone) {
        return TypedTimes.read(typed, "estimate", zone).map(at -> Estimate.first(at, confirmedBy(typed)));
    }

    /// An empty time withdraws the estimate.
    public static EstimateChange estimateChange(Parameters typed, ZoneId zone) {
        return TypedTimes.read(typed, "estimate", zone)
                .<EstimateChange>map(at -> new EstimateChange.Confirm(at, confirmedBy(typed), typed.get("estimateWhy")))
                .orElseGet(EstimateChange.Withdraw::new);
    }

    private static String confirmedBy(Parameters typed) {
        return Text.line("estimateConfirmedBy", typed.get("estimateConfirmedBy"), 120);
    }

    public static Severity severity(Parameters typed) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.key().equals(typed.get("severity")))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("severity", "Choose how bad it is."));
    }
}
