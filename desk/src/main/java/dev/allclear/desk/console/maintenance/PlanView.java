package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.catalogue.Node;
import dev.allclear.desk.web.Form;
import dev.allclear.status.Component;
import java.util.List;

/// The screen on which work is planned.
///
/// @param once this form's own id, by which a repeat is known
/// @param components how many there are to choose from
public record PlanView(Frame frame, Form form, String once, List<Node> tree, long components, Preview preview) {

    private static final int MANY = 15;

    /// Whether there are so many that one wants to search.
    public boolean searchable() {
        return components >= MANY;
    }

    public List<Node.OfComponent> loose() {
        return tree.stream()
                .filter(Node.OfComponent.class::isInstance)
                .map(Node.OfComponent.class::cast)
                .toList();
    }

    public List<Node.OfGroup> groups() {
        return tree.stream()
                .filter(Node.OfGroup.class::isInstance)
                .map(Node.OfGroup.class::cast)
                .toList();
    }

    public boolean isTicked(Component component) {
        var id = component.id().value();
        return form.typed().all("area").stream().anyMatch(key -> key.equals(id) || key.startsWith(id + "@"));
    }
}
