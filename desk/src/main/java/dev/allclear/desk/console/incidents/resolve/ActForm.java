package dev.allclear.desk.console.incidents.resolve;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.incidents.form.AllClearFields;
import dev.allclear.desk.console.incidents.form.UpdateForm;
import dev.allclear.desk.console.incidents.form.Written;
import dev.allclear.desk.console.incidents.head.Asked;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.Release;
import dev.allclear.operation.Resolution;
import dev.allclear.transaction.Tx;
import java.util.Optional;

/// Reads the form of one act and carries it out.
record ActForm(IncidentDesk desk, Act act) {

    /// @throws Refused.Conflict when the incident isn't in a state for it
    void mustFit(Incident incident) {
        if (incident.isOpen() == (act == Act.REOPEN)) {
            throw new Refused.Conflict(
                    act == Act.REOPEN
                            ? "This incident is open."
                            : "This incident is closed already. Reopen it to say more.");
        }
    }

    void carryOut(Ask ask, Tx tx, Parameters typed, Release release) {
        var page = ask.page().id();
        var id = Asked.id(ask);
        var _ = switch (act) {
            case RESOLVE -> desk.resolve(page, id, resolution(ask, tx, typed), release);
            case WITHDRAW -> {
                var text = Written.prose(typed, "text", "Say to customers that nothing was broken.");
                yield desk.withdraw(page, id, reason(typed), text, release.seen(), ask.actor());
            }
            case REOPEN -> desk.reopen(page, id, UpdateForm.read(ask, tx, typed), release);
        };
    }

    /// What can be handed over for somebody else to publish.
    void mustBeWhole(Ask ask, Tx tx, Parameters typed) {
        var _ = switch (act) {
            case RESOLVE -> resolution(ask, tx, typed);
            case WITHDRAW -> reason(typed);
            case REOPEN -> UpdateForm.read(ask, tx, typed);
        };
    }

    /// Without a text of its own it is written from the answers.
    private static Resolution resolution(Ask ask, Tx tx, Parameters typed) {
        var faults = new Faults();
        var zone = ask.page().zone();
        var incident = Asked.incident(tx, ask).value();
        var answers = AllClearFields.read(typed, ask.now().atZone(zone).toLocalDate(), faults);
        var text = faults.read(() -> Text.optionalProse("text", typed.get("text"), 20_000));
        var restored = faults.read(() -> AllClearFields.restoredAt(typed, incident, zone));
        faults.refuseIfAny();
        return new Resolution(text.orElse(""), restored.orElse(Optional.empty()), answers);
    }

    private static Phase.Reason reason(Parameters typed) {
        return switch (typed.get("reason")) {
            case "false_alarm" -> Phase.Reason.FALSE_ALARM;
            case "cancelled" -> Phase.Reason.CANCELLED;
            default -> throw new Refused.Invalid("reason", "Say which it is.");
        };
    }
}
