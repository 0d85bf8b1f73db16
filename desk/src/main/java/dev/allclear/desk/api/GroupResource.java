package dev.allclear.desk.api;

import dev.allclear.Entropy;
import dev.allclear.Refused;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.people.Permission;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import java.util.List;

/// `/groups`: how components are laid out.
final class GroupResource {

    private static final int MOST_POSITION = 100_000;

    private final Catalogues catalogues;
    private final Entropy entropy;
    private final Json json;
    private final Replies replies;

    GroupResource(Catalogues catalogues, Entropy entropy, Json json) {
        this.catalogues = catalogues;
        this.entropy = entropy;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/groups", Permission.VIEW_DESK, this::list);
        mount.post("/groups", Permission.MANAGE_CATALOGUE, this::add);
        mount.get("/groups/{id}", Permission.VIEW_DESK, this::show);
        mount.patch("/groups/{id}", Permission.MANAGE_CATALOGUE, this::change);
        mount.delete("/groups/{id}", Permission.MANAGE_CATALOGUE, this::remove);
    }

    private record Listed(List<CatalogueView.GroupView> groups) {}

    private Answer list(Ask ask) {
        var look = catalogues.look(ask.page().id());
        var views = look.catalogue().groups().stream()
                .map(group -> CatalogueView.of(group, look.board()))
                .toList();
        return replies.ok(new Listed(views), look.version());
    }

    private Answer show(Ask ask) {
        return shown(catalogues.look(ask.page().id()), id(ask));
    }

    private Answer add(Ask ask) {
        var fields = Fields.of(ask, json);
        var name = fields.line("name", 120);
        var description = fields.maybe("description", field -> fields.optionalProse(field, 500));
        var parent = fields.maybe("parent", field -> fields.id(field, "group", GroupId::new));
        var position = fields.maybe("position", field -> fields.number(field, 0, MOST_POSITION));
        fields.refuseIfWrong();
        var id = new GroupId(entropy.id());
        var look = catalogues.change(ask, "group.added", id.value(), name.orElseThrow(), catalogue -> {
            var last = Catalogues.last(catalogue.groupsIn(parent), Group::position);
            var group = new Group(
                    id,
                    parent,
                    name.orElseThrow(),
                    description.orElse(""),
                    position.orElse(last),
                    ask.now(),
                    ask.now());
            return Catalogues.withGroups(catalogue, Catalogues.with(catalogue.groups(), group));
        });
        var view = CatalogueView.of(found(look.catalogue(), id), look.board());
        return replies.created(ask, Mount.ROOT + "/groups/" + id.value(), view, look.version());
    }

    private Answer change(Ask ask) {
        var fields = Fields.of(ask, json);
        var name = fields.maybe("name", field -> fields.line(field, 120));
        var description = fields.maybe("description", field -> fields.optionalProse(field, 500));
        var moves = fields.has("parent");
        var parent = fields.maybe("parent", field -> fields.id(field, "group", GroupId::new));
        var position = fields.maybe("position", field -> fields.number(field, 0, MOST_POSITION));
        fields.refuseIfWrong();
        var id = id(ask);
        var before = found(catalogues.look(ask.page().id()).catalogue(), id);
        var look = catalogues.change(
                ask,
                "group.changed",
                id.value(),
                before.name(),
                catalogue -> Catalogues.withGroups(
                        catalogue,
                        Catalogues.replaced(
                                catalogue.groups(),
                                one -> one.id().equals(id),
                                group -> new Group(
                                        group.id(),
                                        moves ? parent : group.parent(),
                                        name.orElse(group.name()),
                                        description.orElse(group.description()),
                                        position.orElse(group.position()),
                                        group.createdAt(),
                                        ask.now()))));
        return shown(look, id);
    }

    /// Only an empty group can go, so that nothing moves on the page by accident.
    private Answer remove(Ask ask) {
        var id = id(ask);
        var before = found(catalogues.look(ask.page().id()).catalogue(), id);
        var _ = catalogues.change(ask, "group.removed", id.value(), before.name(), catalogue -> {
            var group = found(catalogue, id);
            var holdsComponents = catalogue.components().stream()
                    .anyMatch(one -> one.group().filter(id::equals).isPresent());
            if (holdsComponents
                    || catalogue.groups().stream()
                            .anyMatch(one -> one.parent().filter(id::equals).isPresent())) {
                throw new Refused.Conflict(
                        "There is still something in this group, retired components counted. Move it first.");
            }
            return Catalogues.withGroups(
                    catalogue,
                    catalogue.groups().stream()
                            .filter(one -> !one.equals(group))
                            .toList());
        });
        return Answer.empty(204);
    }

    private static GroupId id(Ask ask) {
        return new GroupId(ask.variable("id"));
    }

    private static Group found(Catalogue catalogue, GroupId id) {
        return catalogue.group(id).orElseThrow(() -> new Refused.NotFound("group"));
    }

    private Answer shown(Catalogues.Look look, GroupId id) {
        return replies.ok(CatalogueView.of(found(look.catalogue(), id), look.board()), look.version());
    }
}
