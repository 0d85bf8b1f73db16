package dev.allclear.desk.console.catalogue;

import dev.allclear.Refused;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Incident;
import dev.allclear.people.Permission;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One component: added, changed, set by hand, taken off the page and put back.
final class ComponentScreens {

    private static final String TEMPLATE = "console/catalogue/component.jte";

    private final Room room;

    ComponentScreens(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayChange = Access.signedIn(Permission.MANAGE_CATALOGUE);
        return Stream.of(
                Route.get("/desk/components/new", mayChange, this::empty),
                Route.post("/desk/components/new", mayChange, this::add),
                Route.get("/desk/components/{id}", mayChange, this::show),
                Route.post("/desk/components/{id}", mayChange, this::change),
                Route.post("/desk/components/{id}/move", mayChange, this::move),
                Route.post("/desk/components/{id}/retirement", mayChange, ask -> retire(ask, true)),
                Route.post("/desk/components/{id}/return", mayChange, ask -> retire(ask, false)),
                Route.post("/desk/components/{id}/state", Access.signedIn(Permission.PUBLISH), this::setState));
    }

    private Answer empty(Ask ask) {
        var today = ask.now().atZone(ask.page().zone()).toLocalDate();
        var form = Form.filled(ComponentForm.empty(today, ask.query().get("group")));
        return page(ask, 200, form, Optional.empty());
    }

    private Answer add(Ask ask) {
        try {
            var wishes = ComponentForm.read(ask.form(), sight(ask).catalogue());
            var id = new ComponentId(room.entropy().id());
            Change.of(
                    ask,
                    room,
                    "component.added",
                    id.value(),
                    wishes.name(),
                    (catalogue, now) -> Edits.put(catalogue, wishes.added(id, catalogue, now)));
            return Answer.seeOther(ask.link("/desk/components"));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid), Optional.empty());
        }
    }

    private Answer show(Ask ask) {
        var component = sight(ask).component(ask);
        return page(ask, 200, Form.filled(ComponentForm.filled(component)), Optional.of(component));
    }

    private Answer change(Ask ask) {
        var sight = sight(ask);
        var component = sight.component(ask);
        try {
            var wishes = ComponentForm.read(ask.form(), sight.catalogue());
            Change.of(
                    ask,
                    room,
                    "component.changed",
                    component.id().value(),
                    wishes.name(),
                    (catalogue, now) -> Edits.put(
                            catalogue, wishes.changed(Sight.component(catalogue, component.id()), catalogue, now)));
            return Answer.seeOther(ask.link("/desk/components"));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid), Optional.of(component));
        }
    }

    private Answer move(Ask ask) {
        var component = sight(ask).component(ask);
        var up = ask.form().has("up");
        Change.of(
                ask,
                room,
                "component.changed",
                component.id().value(),
                component.name(),
                (catalogue, now) -> Order.moved(catalogue, Sight.component(catalogue, component.id()), up, now));
        return Answer.seeOther(ask.link("/desk/components"));
    }

    private Answer retire(Ask ask, boolean retired) {
        var component = sight(ask).component(ask);
        var action = retired ? "component.retired" : "component.returned";
        Change.of(
                ask,
                room,
                action,
                component.id().value(),
                component.name(),
                (catalogue, now) -> Edits.retired(catalogue, Sight.component(catalogue, component.id()), retired, now));
        return Answer.seeOther(ask.link("/desk/components"));
    }

    private Answer setState(Ask ask) {
        var sight = sight(ask);
        var component = sight.component(ask);
        HandStates.set(ask, component, sight, room.doors());
        return Answer.seeOther(ask.link("/desk/components/" + component.id().value()));
    }

    private Sight sight(Ask ask) {
        return Sight.of(room.doors().store(), ask.page().id(), ask.now());
    }

    private Answer page(Ask ask, int status, Form form, Optional<Component> component) {
        var sight = sight(ask);
        var title = component.map(Component::name).orElse("Add a component");
        var view = new ComponentView(
                room.frame(ask, Place.COMPONENTS, status == 422 ? "Not saved: " + title : title),
                component.map(one -> known(ask, one, sight)),
                form,
                sight.version(),
                GroupOptions.all(sight.catalogue()),
                sight.catalogue().regions().stream()
                        .map(region -> Option.of(region.id().value(), region.name()))
                        .toList());
        return room.page(status, TEMPLATE, view);
    }

    private ComponentView.Known known(Ask ask, Component component, Sight sight) {
        var path = sight.catalogue().pathTo(component).stream().map(Group::name).collect(Collectors.joining(" › "));
        var holding = room
                .doors()
                .store()
                .reading(tx -> tx.incidents().open(ask.page().id()))
                .stream()
                .map(stored -> stored.value())
                .filter(incident -> incident.latest().areas().keySet().stream()
                        .anyMatch(area -> area.component().equals(component.id())))
                .map(Incident::title)
                .toList();
        var where = path.isEmpty() ? "At the top." : "In " + path + ".";
        return new ComponentView.Known(
                component, sight.board().of(component), where, HandStates.rows(component, sight), holding);
    }
}
