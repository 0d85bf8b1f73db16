package dev.allclear.desk.console.incidents;

import dev.allclear.Refused;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.operation.Consent;
import dev.allclear.transaction.Tx;
import java.util.List;

/// Shows and publishes what one person wrote in a form, for another one who agrees to it.
public final class Handover {

    private final Workspace workspace;
    private final DeclareScreens declare;
    private final UpdateScreens update;
    private final ActScreens resolve;
    private final ActScreens reopen;

    public Handover(Room room) {
        this.workspace = new Workspace(room);
        this.declare = new DeclareScreens(room);
        this.update = new UpdateScreens(room);
        this.resolve = new ActScreens(room, Act.RESOLVE);
        this.reopen = new ActScreens(room, Act.REOPEN);
    }

    /// What is handed over, with the words in it that the form would have written: whoever agrees reads what goes out.
    Parameters worded(Ask ask, Parameters typed) {
        return switch (typed.get(Sheet.KIND)) {
            case DeclareScreens.KIND -> declare.worded(ask, typed);
            case "resolve" -> resolve.worded(about(ask, typed), typed);
            default -> typed;
        };
    }

    /// Whoever hands it over is told now what is missing, and not the one who would agree.
    ///
    /// @throws Refused.Invalid with everything that keeps it from being published
    void mustBeWhole(Ask ask, Tx tx, Parameters typed) {
        var faults = new Faults();
        var _ = OwnFields.all(typed, faults);
        faults.refuseIfAny();
        var about = about(ask, typed);
        switch (typed.get(Sheet.KIND)) {
            case DeclareScreens.KIND -> declare.read(ask, tx, typed);
            case Workspace.KIND -> UpdateForm.read(about, tx, typed);
            case "resolve" -> resolve.mustBeWhole(about, tx, typed);
            default -> reopen.mustBeWhole(about, tx, typed);
        }
    }

    Answer refused(Ask ask, Parameters typed, Refused.Invalid invalid) {
        var about = about(ask, typed);
        return switch (typed.get(Sheet.KIND)) {
            case DeclareScreens.KIND -> declare.refused(ask, typed, invalid);
            case Workspace.KIND -> update.refused(about, typed, invalid);
            case "resolve" -> resolve.refused(about, typed, invalid);
            default -> reopen.refused(about, typed, invalid);
        };
    }

    public DraftRow row(Tx tx, Handed handed) {
        return DraftRow.of(tx, handed.draft());
    }

    /// The path of the form that it was written in.
    public String form(Handed handed) {
        return OpenedDrafts.form(handed.draft());
    }

    /// What goes out beside its title and its text.
    public List<Beside> beside(Ask ask, Handed handed) {
        return Beside.of(handed.fields(), ask.page().zone());
    }

    /// As customers will see it, with what the coach finds and how many will hear.
    public Preview preview(Ask ask, Tx tx, Handed handed) {
        var typed = handed.fields();
        var about = about(ask, handed);
        return switch (handed.kind()) {
            case Workspace.KIND -> workspace.preview(about, tx, incident(handed), typed);
            case "resolve" -> resolve.preview(about, tx, incident(handed), typed);
            case "reopen" -> reopen.preview(about, tx, incident(handed), typed);
            default -> declare.preview(ask, tx, typed);
        };
    }

    /// @param personal what whoever agrees answers for themselves
    /// @return where to go on
    public String publish(Ask ask, Tx tx, Handed handed, Parameters personal) {
        var typed = handed.with(personal);
        var seen = handed.incident().map(_ -> handed.version());
        var release = ReleaseFields.read(typed, seen, ask.actor())
                .with(new Consent.Of(handed.draft().author()));
        var about = about(ask, handed);
        return switch (handed.kind()) {
            case Workspace.KIND -> update.publish(about, tx, typed, release);
            case "resolve" -> resolve.publish(about, tx, typed, release);
            case "reopen" -> reopen.publish(about, tx, typed, release);
            default -> declare.publish(ask, tx, typed, release);
        };
    }

    private static Ask about(Ask ask, Parameters typed) {
        return ask.with("id", typed.get("incident"));
    }

    private static Ask about(Ask ask, Handed handed) {
        return handed.draft().incident().map(id -> ask.with("id", id.value())).orElse(ask);
    }

    private static Incident incident(Handed handed) {
        return handed.incident().orElseThrow(() -> new Refused.NotFound("incident"));
    }
}
