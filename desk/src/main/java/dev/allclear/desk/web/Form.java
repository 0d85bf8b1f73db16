package dev.allclear.desk.web;

import dev.allclear.Fault;
import dev.allclear.Refused;
import java.util.List;

/// A form as it is shown: what was typed so far, and what is wrong with it, beside the fields.
public record Form(Parameters typed, List<Fault> faults) {

    /// Nobody has typed anything yet.
    public static final Form EMPTY = new Form(Parameters.NONE, List.of());

    public Form {
        faults = List.copyOf(faults);
    }

    /// Shows values that are there already, to be changed.
    public static Form filled(Parameters values) {
        return new Form(values, List.of());
    }

    /// What was typed, refused.
    public static Form refused(Parameters typed, Refused.Invalid invalid) {
        return new Form(typed, invalid.faults());
    }

    public String value(String field) {
        return typed.get(field);
    }

    public boolean isChosen(String field, String value) {
        return typed.all(field).contains(value);
    }

    /// What is wrong with the field; empty when nothing is.
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }
}
