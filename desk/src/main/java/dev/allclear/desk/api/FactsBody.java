package dev.allclear.desk.api;

import dev.allclear.incident.Estimate;
import dev.allclear.incident.EstimateChange;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import java.util.List;
import java.util.Optional;

/// Reads what is known of an incident: `impact`, `scope`, `workaround`, `doing`, `cause`, `fix`, `estimate`.
final class FactsBody {

    private static final int TEXT = 2_000;

    private FactsBody() {}

    /// All of it for a new incident; what is missing is not known.
    static Facts read(Fields fields) {
        var impact = text(fields, "impact");
        var scope = text(fields, "scope");
        var workaround = workaround(fields);
        var doing = text(fields, "doing");
        var cause = cause(fields);
        var fix = text(fields, "fix");
        var estimate = fields.maybe("estimate", fields::object).flatMap(FactsBody::estimate);
        return new Facts(
                impact.orElse(""),
                scope.orElse(""),
                workaround.orElseGet(Workaround.NoneYet::new),
                doing.orElse(""),
                cause.orElseGet(RootCause.Unknown::new),
                fix.orElse(""),
                estimate);
    }

    static Optional<String> text(Fields fields, String field) {
        return fields.maybe(field, name -> fields.optionalProse(name, Facts.TEXT_LIMIT));
    }

    private static Optional<Estimate> estimate(Fields fields) {
        var restoredBy = fields.time("restored_by");
        var confirmedBy = fields.line("confirmed_by", 120);
        return restoredBy.flatMap(at -> confirmedBy.map(by -> Estimate.first(at, by)));
    }

    static Optional<Workaround> workaround(Fields fields) {
        return fields.maybe("workaround", fields::object).flatMap(inside -> {
            var kind = word(inside, List.of("given", "none_yet", "not_needed"));
            var text = text(inside, kind.equals("given"));
            return switch (kind) {
                case "given" -> text.map(Workaround.Given::new);
                case "none_yet" -> Optional.of(new Workaround.NoneYet());
                case "not_needed" -> Optional.of(new Workaround.NotNeeded());
                default -> Optional.empty();
            };
        });
    }

    static Optional<RootCause> cause(Fields fields) {
        return fields.maybe("cause", fields::object).flatMap(inside -> {
            var kind = word(inside, List.of("unknown", "suspected", "confirmed", "confirmed_not_public"));
            var text = text(inside, kind.equals("suspected") || kind.equals("confirmed"));
            return switch (kind) {
                case "unknown" -> Optional.of(new RootCause.Unknown());
                case "suspected" -> text.map(RootCause.Suspected::new);
                case "confirmed" -> text.map(RootCause.Confirmed::new);
                case "confirmed_not_public" -> Optional.of(new RootCause.ConfirmedNotPublic());
                default -> Optional.empty();
            };
        });
    }

    private static String word(Fields inside, List<String> allowed) {
        var kind = inside.optionalLine("kind", 40);
        if (kind.isPresent() && !allowed.contains(kind.get())) {
            inside.wrong("kind", "This must be one of: " + String.join(", ", allowed) + ".");
        }
        return kind.orElse("");
    }

    private static Optional<String> text(Fields inside, boolean wanted) {
        if (wanted) {
            return inside.prose("text", TEXT);
        }
        if (!inside.isNull("text")) {
            inside.wrong("text", "This kind has no text.");
        }
        return Optional.empty();
    }

    /// A change: missing leaves the estimate as it is, null withdraws it.
    static EstimateChange estimateChange(Fields fields) {
        if (!fields.has("estimate")) {
            return new EstimateChange.Keep();
        }
        if (fields.isNull("estimate")) {
            return new EstimateChange.Withdraw();
        }
        return fields.object("estimate")
                .flatMap(FactsBody::confirmed)
                .<EstimateChange>map(change -> change)
                .orElseGet(EstimateChange.Keep::new);
    }

    private static Optional<EstimateChange.Confirm> confirmed(Fields inside) {
        var restoredBy = inside.time("restored_by");
        var confirmedBy = inside.line("confirmed_by", 120);
        var why = inside.maybe("why", name -> inside.optionalLine(name, 300)).orElse("");
        return restoredBy.flatMap(at -> confirmedBy.map(by -> new EstimateChange.Confirm(at, by, why)));
    }
}
