package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Zones;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.policy.SeverityPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads and fills in by when the next update is promised: `nextUpdateIn` is 15, 30 or 60 minutes, or `own` for the
/// time in `nextUpdateDue`.
public final class PromiseFields {

    private static final List<String> OFFERED = List.of("15", "30", "60");

    private PromiseFields() {}

    /// @return empty for what the policy says
    public static Optional<Instant> due(Parameters typed, ZoneId zone, Instant now) {
        var wished = typed.get("nextUpdateIn");
        if (OFFERED.contains(wished)) {
            return Optional.of(now.plus(Duration.ofMinutes(Long.parseLong(wished))));
        }
        var own = TypedTimes.read(typed, "nextUpdateDue", zone);
        if (wished.equals("own") && own.isEmpty()) {
            throw new Refused.Invalid("nextUpdateDue", "Say by when you will speak again.");
        }
        if (own.isPresent() && !own.get().isAfter(now)) {
            throw new Refused.Invalid(
                    "nextUpdateDue", "The next update must lie ahead: an open incident always owes one.");
        }
        return own;
    }

    public static Stage stage(Parameters typed) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.key().equals(typed.get("stage")))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("stage", "Choose how far we are."));
    }

    /// What the policy suggests, as the fields would have it.
    ///
    /// @param watch in whose zone an own time is written
    public static Map<String, String> suggested(SeverityPolicy policy, Severity severity, Stage stage, Watch watch) {
        var wait = policy.of(severity).cadence().of(stage);
        var minutes = Long.toString(wait.toMinutes());
        return OFFERED.contains(minutes)
                ? Map.of("nextUpdateIn", minutes)
                : Map.of(
                        "nextUpdateIn",
                        "own",
                        "nextUpdateDue",
                        watch.field(watch.now().plus(wait)));
    }

    /// The clock of whoever types.
    public static Watch watch(Parameters typed, ZoneId pageZone, Instant now) {
        return new Watch(typed.filled("zone").map(Zones::named).orElse(pageZone), now);
    }
}
