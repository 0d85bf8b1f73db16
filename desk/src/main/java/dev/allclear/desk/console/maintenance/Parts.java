package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.catalogue.Node;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.status.Board;
import dev.allclear.status.Component;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import java.util.List;

/// The parts of the service to choose from, each with how it will be while the work runs.
///
/// @param components how many there are
public record Parts(Form form, List<Node> tree, long components) {

    private static final int MANY = 15;

    static Parts of(Tx tx, Ask ask, Form form) {
        var page = ask.page().id();
        var catalogue = tx.catalogues().of(page).value();
        var board = Board.at(catalogue, tx.states().since(page, ask.now()), ask.now());
        return new Parts(form, Node.tree(catalogue, board), catalogue.active().count());
    }

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

    public boolean expects(String key, String state) {
        var said = form.value("expect-" + key);
        return (said.isEmpty() ? State.UNDER_MAINTENANCE.key() : said).equals(state);
    }

    public List<Option> states() {
        return ExpectedFields.CHOICES.stream()
                .map(state -> Option.of(state.key(), ExpectedFields.words(state)))
                .toList();
    }
}
