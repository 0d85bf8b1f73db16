package dev.allclear.desk.console.incidents.form;

import dev.allclear.Entropy;
import dev.allclear.Refused;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A form in which somebody writes something to be published, with what it carries unseen.
///
/// @param kind which form it is, for drafts of it: `declare`, `update`, `resolve` or `report`
/// @param formId names this very form, so that it is carried out once however often it is sent
/// @param draft the draft that it was opened from; empty for none
/// @param kept whether it holds what a person typed, which no suggestion may replace
public record Sheet(Form form, String kind, String formId, String draft, boolean kept) {

    public static final String KIND = "kind";

    public static Sheet fresh(String kind, Map<String, String> values, Entropy entropy) {
        var fields = new HashMap<String, List<String>>();
        values.forEach((name, value) -> fields.put(name, List.of(value)));
        return new Sheet(Form.filled(Parameters.of(fields)), kind, entropy.id(), "", false);
    }

    /// As somebody left it.
    public static Sheet opened(String kind, Parameters fields, String draft, Entropy entropy) {
        return new Sheet(Form.filled(fields), kind, entropy.id(), draft, true);
    }

    /// Once more, with what was typed.
    public static Sheet again(String kind, Parameters typed, Entropy entropy) {
        var formId = typed.filled(Once.FORM_ID).orElseGet(entropy::id);
        return new Sheet(Form.filled(typed), kind, formId, typed.get(Once.DRAFT), true);
    }

    /// With other values, nothing else changed.
    public Sheet typing(Parameters fields) {
        return new Sheet(new Form(fields, form.faults()), kind, formId, draft, kept);
    }

    /// What nobody touched as it is now.
    public Sheet renewed(Incident newest) {
        return new Sheet(new Form(Untouched.renewed(form.typed(), newest), form.faults()), kind, formId, draft, kept);
    }

    public Sheet refused(Refused.Invalid invalid) {
        return new Sheet(Form.refused(form.typed(), invalid), kind, formId, draft, true);
    }

    /// Held up until somebody puts it right, or answers for it.
    public Sheet heldUp(Refused.HeldUp heldUp) {
        return refused(new Refused.Invalid(heldUp.faults()));
    }

    /// With suggestions in the fields that are empty.
    public Sheet suggesting(Map<String, String> suggestions) {
        var fields = new HashMap<>(form.typed().asMap());
        suggestions.forEach((name, value) -> {
            if (form.value(name).isBlank()) {
                fields.put(name, List.of(value));
            }
        });
        return new Sheet(new Form(Parameters.of(fields), form.faults()), kind, formId, draft, kept);
    }
}
