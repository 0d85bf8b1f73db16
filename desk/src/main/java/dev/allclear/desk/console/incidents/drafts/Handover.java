package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.Refused;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.incidents.declare.DeclareScreens;
import dev.allclear.desk.console.incidents.form.OwnFields;
import dev.allclear.desk.console.incidents.form.ReleaseFields;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.preview.Authored;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.desk.console.incidents.resolve.Act;
import dev.allclear.desk.console.incidents.resolve.ActScreens;
import dev.allclear.desk.console.incidents.workspace.UpdateScreens;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.operation.Consent;
import dev.allclear.transaction.Tx;
import java.util.List;

/// Shows and publishes what one person wrote in a form, for another one who agrees to it.
public final class Handover {

    private final List<Authored> forms;

    public Handover(Room room) {
        this.forms = List.of(
                new DeclareScreens(room),
                new UpdateScreens(room),
                new ActScreens(room, Act.RESOLVE),
                new ActScreens(room, Act.REOPEN));
    }

    /// What is handed over, with the words in it that the form would have written: whoever agrees reads what goes out.
    Parameters worded(Ask ask, Parameters typed) {
        return form(typed).worded(about(ask, typed), typed);
    }

    /// Whoever hands it over is told now what is missing, and not the one who would agree.
    ///
    /// @throws Refused.Invalid with everything that keeps it from being published
    void mustBeWhole(Ask ask, Tx tx, Parameters typed) {
        var faults = new Faults();
        var _ = OwnFields.all(typed, faults);
        faults.refuseIfAny();
        form(typed).mustBeWhole(about(ask, typed), tx, typed);
    }

    Answer refused(Ask ask, Parameters typed, Refused.Invalid invalid) {
        return form(typed).refused(about(ask, typed), typed, invalid);
    }

    public DraftRow row(Tx tx, Handed handed) {
        return DraftRow.of(tx, handed.draft());
    }

    /// The path of the form that it was written in.
    public String form(Handed handed) {
        return handed.kind().path(handed.draft());
    }

    /// What goes out beside its title and its text.
    public List<Beside> beside(Ask ask, Handed handed) {
        return Beside.of(handed.fields(), ask.page().zone());
    }

    /// As customers will see it, with what the coach finds and how many will hear.
    public Preview preview(Ask ask, Tx tx, Handed handed) {
        var typed = handed.fields();
        return form(typed).preview(about(ask, handed), tx, typed);
    }

    /// @param personal what whoever agrees answers for themselves
    /// @return where to go on
    public String publish(Ask ask, Tx tx, Handed handed, Parameters personal) {
        var typed = handed.with(personal);
        var seen = handed.incident().map(_ -> handed.version());
        var release = ReleaseFields.read(typed, seen, ask.actor())
                .with(new Consent.Of(handed.draft().author()));
        return form(typed).publish(about(ask, handed), tx, typed, release);
    }

    private Authored form(Parameters typed) {
        return forms.stream()
                .filter(form -> form.kind().equals(typed.get(Sheet.KIND)))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("kind of draft"));
    }

    private static Ask about(Ask ask, Parameters typed) {
        return ask.with("id", typed.get("incident"));
    }

    private static Ask about(Ask ask, Handed handed) {
        return handed.draft().incident().map(id -> ask.with("id", id.value())).orElse(ask);
    }
}
