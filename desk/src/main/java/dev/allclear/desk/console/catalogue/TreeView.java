package dev.allclear.desk.console.catalogue;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;
import dev.allclear.people.Permission;
import dev.allclear.status.Component;
import dev.allclear.status.Region;
import java.util.List;
import java.util.Optional;

/// The screen of all components.
///
/// @param retired components that are no longer part of the service
/// @param form of a region, when it was refused
/// @param faulty the region whose form that was; empty for the form of a new one
public record TreeView(
        Frame frame,
        String sub,
        List<Node> tree,
        List<Region> regions,
        List<Component> retired,
        Form form,
        Optional<String> faulty) {

    public boolean mayChange() {
        return frame.may(Permission.MANAGE_CATALOGUE);
    }

    /// The form of a new region.
    public Form added() {
        return faulty.isEmpty() ? form : Form.EMPTY;
    }

    /// The form of that region: as it was refused, or with its name.
    public Form renamed(Region region) {
        return faulty.equals(Optional.of(region.id().value())) ? form : Filled.with("name", region.name());
    }
}
