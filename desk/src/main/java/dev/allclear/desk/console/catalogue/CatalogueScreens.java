package dev.allclear.desk.console.catalogue;

import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import dev.allclear.status.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `/desk/components`: the tree, with what can be done to everything in it.
public final class CatalogueScreens implements Screens {

    private final Room room;
    private final ComponentScreens components;
    private final GroupScreens groups;
    private final RegionForms regions;

    public CatalogueScreens(Room room) {
        this.room = room;
        this.components = new ComponentScreens(room);
        this.groups = new GroupScreens(room);
        this.regions = new RegionForms(room, this::tree);
    }

    @Override
    public List<Route> routes() {
        var own = Stream.of(Route.get("/desk/components", Access.signedIn(Permission.VIEW_DESK), this::tree));
        return Stream.of(own, components.routes(), groups.routes(), regions.routes())
                .flatMap(routes -> routes)
                .toList();
    }

    private Answer tree(Ask ask) {
        return tree(ask, 200, Form.EMPTY, Optional.empty());
    }

    private Answer tree(Ask ask, int status, Form form, Optional<String> faulty) {
        var sight = Sight.of(room.doors().store(), ask.page().id(), ask.now());
        var catalogue = sight.catalogue();
        var sub = Words.count(catalogue.active().count(), "component", "components") + " in "
                + Words.count(catalogue.groups().size(), "group", "groups") + " and "
                + Words.count(catalogue.regions().size(), "region", "regions")
                + ". A group shows the worst state of what is in it.";
        var view = new TreeView(
                room.frame(ask, Place.COMPONENTS, "Components"),
                sub,
                Node.tree(catalogue, sight.board()),
                catalogue.regions(),
                catalogue.components().stream().filter(Component::retired).toList(),
                form,
                faulty);
        return room.page(status, "console/catalogue/tree.jte", view);
    }
}
