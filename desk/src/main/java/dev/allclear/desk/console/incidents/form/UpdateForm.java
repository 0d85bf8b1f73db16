package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.operation.Word;
import dev.allclear.transaction.Tx;

/// Reads the form for the next word about an incident.
public final class UpdateForm {

    private UpdateForm() {}

    public static Word read(Ask ask, Tx tx, Parameters typed) {
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var faults = new Faults();
        var stage = faults.read(() -> PromiseFields.stage(typed));
        var text = faults.read(() -> Written.prose(typed, "text", "Write what is new."));
        var areas = faults.read(() -> AreaFields.changed(typed, catalogue));
        var due = faults.read(() -> PromiseFields.due(typed, ask.page().zone(), ask.now()));
        faults.refuseIfAny();
        return new Word(stage.orElseThrow(), text.orElseThrow(), areas, due.orElseThrow());
    }

    /// The version of the incident that the sender looked at.
    public static long seen(Parameters typed) {
        try {
            return Long.parseLong(typed.get("version"));
        } catch (NumberFormatException missing) {
            throw new Refused.ChangedMeanwhile("incident");
        }
    }
}
