package dev.allclear.desk.console.catalogue;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import java.util.Optional;
import java.util.stream.Stream;

/// The small forms by which regions are added, renamed, moved and removed. They stand on the screen of the tree.
final class RegionForms {

    /// The screen on which a refused form is shown again.
    interface Tree {
        Answer show(Ask ask, int status, Form form, Optional<String> faulty);
    }

    private static final int LONGEST = 80;

    private final Room room;
    private final Tree tree;

    RegionForms(Room room, Tree tree) {
        this.room = room;
        this.tree = tree;
    }

    Stream<Route> routes() {
        var mayChange = Access.signedIn(Permission.MANAGE_CATALOGUE);
        return Stream.of(
                Route.post("/desk/regions", mayChange, this::add),
                Route.post("/desk/regions/{id}", mayChange, this::rename),
                Route.post("/desk/regions/{id}/move", mayChange, this::move),
                Route.post("/desk/regions/{id}/removal", mayChange, this::remove));
    }

    private Answer add(Ask ask) {
        try {
            var name = Text.line("name", ask.form().get("name"), LONGEST);
            var id = new RegionId(room.entropy().id());
            return changed(
                    ask,
                    "region.added",
                    id,
                    name,
                    (catalogue, now) -> Edits.put(
                            catalogue, new Region(id, name, Edits.last(catalogue.regions(), Region::position))));
        } catch (Refused.Invalid invalid) {
            return tree.show(ask, 422, Form.refused(ask.form(), invalid), Optional.empty());
        }
    }

    private Answer rename(Ask ask) {
        var region = found(ask);
        try {
            var name = Text.line("name", ask.form().get("name"), LONGEST);
            return changed(
                    ask,
                    "region.changed",
                    region.id(),
                    name,
                    (catalogue, _) -> Edits.put(catalogue, new Region(region.id(), name, region.position())));
        } catch (Refused.Invalid invalid) {
            return tree.show(
                    ask,
                    422,
                    Form.refused(ask.form(), invalid),
                    Optional.of(region.id().value()));
        }
    }

    private Answer move(Ask ask) {
        var region = found(ask);
        var up = ask.form().has("up");
        return changed(
                ask,
                "region.changed",
                region.id(),
                region.name(),
                (catalogue, _) -> Order.moved(catalogue, region, up));
    }

    private Answer remove(Ask ask) {
        var region = found(ask);
        return changed(
                ask,
                "region.removed",
                region.id(),
                region.name(),
                (catalogue, _) -> Edits.without(catalogue, region.id()));
    }

    private Region found(Ask ask) {
        return Sight.of(room.doors().store(), ask.page().id(), ask.now()).region(ask);
    }

    private Answer changed(Ask ask, String action, RegionId id, String name, Change.Step step) {
        Change.of(ask, room, action, id.value(), name, step);
        return Answer.seeOther(ask.link("/desk/components"));
    }
}
