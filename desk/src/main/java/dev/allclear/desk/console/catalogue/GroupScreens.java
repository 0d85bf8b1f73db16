package dev.allclear.desk.console.catalogue;

import dev.allclear.Refused;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import java.util.Optional;
import java.util.stream.Stream;

/// One group: added, changed, moved, removed.
final class GroupScreens {

    private final Room room;

    GroupScreens(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayChange = Access.signedIn(Permission.MANAGE_CATALOGUE);
        return Stream.of(
                Route.get("/desk/groups/new", mayChange, this::empty),
                Route.post("/desk/groups/new", mayChange, this::add),
                Route.get("/desk/groups/{id}", mayChange, this::show),
                Route.post("/desk/groups/{id}", mayChange, this::change),
                Route.post("/desk/groups/{id}/move", mayChange, this::move),
                Route.post("/desk/groups/{id}/removal", mayChange, this::remove));
    }

    private Answer empty(Ask ask) {
        return page(ask, 200, Form.EMPTY, Optional.empty());
    }

    private Answer add(Ask ask) {
        try {
            var wishes = GroupForm.read(ask.form(), sight(ask).catalogue());
            var id = new GroupId(room.entropy().id());
            Change.of(
                    ask,
                    room,
                    "group.added",
                    id.value(),
                    wishes.name(),
                    (catalogue, now) -> Edits.put(catalogue, wishes.added(id, catalogue, now)));
            return Answer.seeOther(ask.link("/desk/components"));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid), Optional.empty());
        }
    }

    private Answer show(Ask ask) {
        var group = sight(ask).group(ask);
        return page(ask, 200, Form.filled(GroupForm.filled(group)), Optional.of(group));
    }

    private Answer change(Ask ask) {
        var sight = sight(ask);
        var group = sight.group(ask);
        try {
            var wishes = GroupForm.read(ask.form(), sight.catalogue());
            Change.of(
                    ask,
                    room,
                    "group.changed",
                    group.id().value(),
                    wishes.name(),
                    (catalogue, now) ->
                            Edits.put(catalogue, wishes.changed(Sight.group(catalogue, group.id()), catalogue, now)));
            return Answer.seeOther(ask.link("/desk/components"));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid), Optional.of(group));
        }
    }

    private Answer move(Ask ask) {
        var group = sight(ask).group(ask);
        var up = ask.form().has("up");
        Change.of(
                ask,
                room,
                "group.changed",
                group.id().value(),
                group.name(),
                (catalogue, now) -> Order.moved(catalogue, Sight.group(catalogue, group.id()), up, now));
        return Answer.seeOther(ask.link("/desk/components"));
    }

    private Answer remove(Ask ask) {
        var group = sight(ask).group(ask);
        Change.of(
                ask,
                room,
                "group.removed",
                group.id().value(),
                group.name(),
                (catalogue, now) -> Edits.without(catalogue, Sight.group(catalogue, group.id()), now));
        return Answer.seeOther(ask.link("/desk/components"));
    }

    private Sight sight(Ask ask) {
        return Sight.of(room.doors().store(), ask.page().id(), ask.now());
    }

    private Answer page(Ask ask, int status, Form form, Optional<Group> group) {
        var sight = sight(ask);
        var title = group.map(Group::name).orElse("Add a group");
        var view = new GroupView(
                room.frame(ask, Place.COMPONENTS, status == 422 ? "Not saved: " + title : title),
                group.map(one -> known(one, sight)),
                form,
                sight.version(),
                group.map(one -> GroupOptions.outside(sight.catalogue(), one.id()))
                        .orElseGet(() -> GroupOptions.all(sight.catalogue())));
        return room.page(status, "console/catalogue/group.jte", view);
    }

    private static GroupView.Known known(Group group, Sight sight) {
        var catalogue = sight.catalogue();
        var components = catalogue.allWithin(group.id()).count();
        return new GroupView.Known(
                group,
                sight.board().of(group),
                components == 0
                        ? "A group with nothing in it."
                        : "A group with " + Words.count(components, "component", "components") + ".",
                removal(group, catalogue));
    }

    private static String removal(Group group, Catalogue catalogue) {
        var isEmpty = catalogue.groupsIn(Optional.of(group.id())).isEmpty()
                && catalogue.components().stream().noneMatch(one -> one.group().equals(Optional.of(group.id())));
        if (isEmpty) {
            return "Nothing is in it.";
        }
        var above = group.parent().flatMap(catalogue::group).map(Group::name).orElse("the top");
        return "What is in it moves up to " + above + ".";
    }
}
