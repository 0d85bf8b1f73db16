package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.incidents.form.FactFields;
import dev.allclear.desk.console.incidents.form.UpdateForm;
import dev.allclear.desk.console.incidents.head.Asked;
import dev.allclear.desk.console.incidents.workspace.Workspace.Refusals;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.EstimateChange;
import dev.allclear.incident.Incident;
import dev.allclear.operation.Revision;
import dev.allclear.people.Permission;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Changes what is known of an incident, one fact at a time. Nobody is mailed.
public final class FactScreens implements Screens {

    private final Room room;

    public FactScreens(Room room) {
        this.room = room;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/desk/incidents/{id}/facts", Access.signedIn(Permission.PUBLISH), this::change));
    }

    private Answer change(Ask ask) {
        var typed = ask.form();
        var id = Asked.id(ask);
        try {
            var incident =
                    room.doors().store().reading(tx -> Asked.incident(tx, ask).value());
            var revision = read(typed, incident, ask.page().zone());
            var seen = Optional.of(UpdateForm.seen(typed));
            var _ = room.doors().incidents().revise(ask.page().id(), id, revision, seen, ask.actor());
            return Answer.seeOther(ask.link("/desk/incidents/" + id.value()) + "?done=revised");
        } catch (Refused.Invalid invalid) {
            return refused(ask, 422, typed, invalid);
        } catch (Refused.ChangedMeanwhile changed) {
            var fault = new Refused.Invalid(
                    typed.get("fact"), changed.getMessage() + " Look at it again; what you typed is still here.");
            return refused(ask, 409, typed, fault);
        }
    }

    private Answer refused(Ask ask, int status, Parameters typed, Refused.Invalid invalid) {
        var incident =
                room.doors().store().reading(tx -> Asked.incident(tx, ask).value());
        // The other facts' forms stay as they are.
        var fields = new HashMap<>(FactWords.form(incident, new Watch(ask.page().zone(), ask.now()))
                .typed()
                .asMap());
        fields.putAll(typed.asMap());
        var refusals =
                new Refusals(Optional.of(Form.refused(Parameters.of(fields), invalid)), typed.get("fact"), Form.EMPTY);
        return room.page(
                status,
                "console/incidents/workspace/workspace.jte",
                new Workspace(room).view(ask, Optional.empty(), refusals));
    }

    private static Revision read(Parameters typed, Incident incident, ZoneId zone) {
        var facts = incident.facts();
        var faults = new Faults();
        var fact = typed.get("fact");
        var title = faults.read(
                () -> fact.equals("title") ? Text.line("title", typed.get("title"), 200) : incident.title());
        var severity = faults.read(() -> fact.equals("severity") ? FactFields.severity(typed) : incident.severity());
        var impact = faults.read(() -> text(typed, "impact", facts.impact()));
        var scope = faults.read(() -> text(typed, "scope", facts.scope()));
        var workaround = faults.read(
                "workaroundText", () -> fact.equals("workaround") ? FactFields.workaround(typed) : facts.workaround());
        var doing = faults.read(() -> text(typed, "doing", facts.doing()));
        var cause = faults.read("causeText", () -> fact.equals("cause") ? FactFields.cause(typed) : facts.cause());
        var fix = faults.read(() -> text(typed, "fix", facts.fix()));
        var estimate = faults.read(
                () -> fact.equals("estimate") ? FactFields.estimateChange(typed, zone) : new EstimateChange.Keep());
        faults.refuseIfAny();
        return new Revision(
                title.orElseThrow(),
                severity.orElseThrow(),
                impact.orElseThrow(),
                scope.orElseThrow(),
                workaround.orElseThrow(),
                doing.orElseThrow(),
                cause.orElseThrow(),
                fix.orElseThrow(),
                estimate.orElseThrow());
    }

    /// What was typed, if it is this fact that is changed.
    private static String text(Parameters typed, String fact, String before) {
        return typed.get("fact").equals(fact) ? FactFields.text(typed, fact) : before;
    }
}
