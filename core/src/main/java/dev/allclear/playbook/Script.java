package dev.allclear.playbook;

import java.util.EnumSet;
import java.util.Set;

/// Title and text for one occasion.
public record Script(Titles titles, Template body) {

    public Rendering<Message> fill(Values values) {
        return titles.fill(values).with(body.fill(values), Message::new);
    }

    /// The fields without which there is no message.
    public Set<Variable> needs() {
        var needs = EnumSet.noneOf(Variable.class);
        needs.addAll(titles.choices().getLast().needs());
        needs.addAll(body.needs());
        return needs;
    }

    /// All fields that the message can tell.
    public Set<Variable> names() {
        var names = EnumSet.noneOf(Variable.class);
        titles.choices().forEach(title -> names.addAll(title.names()));
        names.addAll(body.names());
        return names;
    }
}
