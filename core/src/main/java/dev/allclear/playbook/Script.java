package dev.allclear.playbook;

import java.util.EnumSet;
import java.util.Set;

/// Title and text for one occasion.
public record Script(Titles titles, Template body) {

    public Rendering<Message> fill(Values values) {
        return titles.fill(values).with(body.fill(values), Message::new);
    }

    /// For a form that asks for the next update's time itself: page and mails add it, in each reader's own zone.
    Script withoutPromise() {
        var rest = body.without(Variable.NEXT_UPDATE);
        return rest.parts().isEmpty() ? this : new Script(titles, rest);
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
