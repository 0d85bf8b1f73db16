package dev.allclear.playbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A text with named fields of the incident in it: `{impact}`, and parts that vanish when their field is empty:
/// `[[Affected: {scope}.]]`.
///
/// @param source as its author wrote it
/// @param parts the same, understood
public record Template(String source, List<Part> parts) {

    /// A piece of a template.
    public sealed interface Part {

        record Words(String text) implements Part {}

        record Slot(Variable variable) implements Part {}

        /// Stands only if its condition holds and all its fields are there.
        record Aside(Optional<Condition> condition, List<Part> parts) implements Part {
            public Aside {
                parts = List.copyOf(parts);
            }
        }
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /// The text with the values in it, or what is missing for it. No placeholder is ever left over.
    public Rendering<String> fill(Values values) {
        var filling = new Filling(values);
        filling.add(parts);
        return filling.result();
    }

    /// Without the sentences that name the field, for where that is said beside the text.
    Template without(Variable variable) {
        return new Template(source, Sentence.without(variable, parts));
    }

    /// The fields without which there is no text.
    public Set<Variable> needs() {
        var needs = EnumSet.noneOf(Variable.class);
        for (var part : parts) {
            if (part instanceof Part.Slot(var variable)) {
                needs.add(variable);
            }
        }
        return needs;
    }

    /// All fields that it can tell.
    public Set<Variable> names() {
        return named(parts);
    }

    static Set<Variable> named(List<Part> parts) {
        var named = EnumSet.noneOf(Variable.class);
        for (var part : parts) {
            switch (part) {
                case Part.Words _ -> {}
                case Part.Slot(var variable) -> named.add(variable);
                case Part.Aside aside -> named.addAll(named(aside.parts()));
            }
        }
        return named;
    }
}
