package dev.allclear.promise;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.people.AccountId;
import dev.allclear.policy.SeverityPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that falls due about what an incident owes at present, in the order of time. A pure function of what is
/// stored: whoever asks again, after a crash or on another machine, gets the same answer.
public final class Calls {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_WEEKS = 8;

    private Calls() {}

    /// @param owner who answers for the incident
    public static List<Call> about(Incident incident, SeverityPolicy policy, Optional<AccountId> owner) {
        return switch (incident.phase()) {
            case Phase.Open(var _, var due) -> aboutUpdate(incident, policy, owner, due);
            case Phase.Resolved _ ->
                policy.reportDue(incident)
                        .map(due -> aboutReport(owner.or(() -> first(policy)), due))
                        .orElse(List.of());
            case Phase.PostIncident _, Phase.Withdrawn _ -> List.of();
        };
    }

    private static List<Call> aboutUpdate(
            Incident incident, SeverityPolicy policy, Optional<AccountId> owner, Instant due) {
        var calls = new ArrayList<Call>();
        // Nobody answers for it: then those on the list do, from the beginning.
        var asked = owner.or(() -> first(policy));
        asked.ifPresent(person -> {
            calls.add(new Call(Step.SOON, 0, due.minus(Step.AHEAD), asked));
            calls.add(new Call(Step.NOW, 0, due, asked));
        });
        var late = due;
        var list = policy.escalation();
        for (var place = 0; place < list.size(); place++) {
            var person = list.get(place);
            if (!asked.equals(Optional.of(person))) {
                late = late.plus(Step.EACH);
                // Their place on the whole list: it stays theirs when somebody else begins to answer for the incident.
                calls.add(new Call(Step.OVERDUE, place, late, Optional.of(person)));
            }
        }
        // Once: where the last word was one already, silence is what it says.
        policy.of(incident.severity())
                .holding()
                .filter(_ -> !incident.latest().isAutomatic())
                .ifPresent(grace -> calls.add(new Call(Step.HOLDING, 0, due.plus(grace), Optional.empty())));
        calls.sort((one, other) -> one.due().compareTo(other.due()));
        return calls;
    }

    private static List<Call> aboutReport(Optional<AccountId> owner, Instant due) {
        if (owner.isEmpty()) {
            return List.of();
        }
        var calls = new ArrayList<Call>();
        calls.add(new Call(Step.REPORT_SOON, 0, due.minus(DAY), owner));
        calls.add(new Call(Step.REPORT_NOW, 0, due, owner));
        for (var week = 1; week <= MOST_WEEKS; week++) {
            calls.add(new Call(Step.REPORT_OVERDUE, week, due.plus(DAY.multipliedBy(7L * week)), owner));
        }
        return calls;
    }

    private static Optional<AccountId> first(SeverityPolicy policy) {
        return policy.escalation().stream().findFirst();
    }
}
