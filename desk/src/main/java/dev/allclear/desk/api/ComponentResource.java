package dev.allclear.desk.api;

import dev.allclear.Entropy;
import dev.allclear.Refused;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.people.Permission;
import dev.allclear.status.Area;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import java.util.List;
import java.util.function.UnaryOperator;

/// `/components`: what can be up or down.
final class ComponentResource {

    private static final int MOST_POSITION = 100_000;

    private final Catalogues catalogues;
    private final Entropy entropy;
    private final Json json;
    private final Replies replies;

    ComponentResource(Catalogues catalogues, Entropy entropy, Json json) {
        this.catalogues = catalogues;
        this.entropy = entropy;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/components", Permission.VIEW_DESK, this::list);
        mount.post("/components", Permission.MANAGE_CATALOGUE, this::add);
        mount.get("/components/{id}", Permission.VIEW_DESK, this::show);
        mount.patch("/components/{id}", Permission.MANAGE_CATALOGUE, this::change);
        mount.delete("/components/{id}", Permission.MANAGE_CATALOGUE, this::retire);
        mount.put("/components/{id}/state", Permission.PUBLISH, this::setState);
    }

    private record Listed(List<CatalogueView.ComponentView> components) {}

    /// Retired ones too: history speaks of them.
    private Answer list(Ask ask) {
        var look = catalogues.look(ask.page().id());
        var views = look.catalogue().components().stream()
                .map(component -> CatalogueView.of(component, look.board()))
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
        var group = fields.maybe("group", field -> fields.id(field, "group", GroupId::new));
        var position = fields.maybe("position", field -> fields.number(field, 0, MOST_POSITION));
        var regions = fields.maybe("regions", field -> fields.ids(field, "region", RegionId::new));
        var startDate = fields.maybe("start_date", fields::date);
        var showUptime = fields.maybe("show_uptime", fields::flag);
        fields.refuseIfWrong();
        var id = new ComponentId(entropy.id());
        var look = catalogues.change(
                ask,
                "component.added",
                id.value(),
                name.orElseThrow(),
                catalogue -> Catalogues.withComponents(
                        catalogue,
                        Catalogues.with(
                                catalogue.components(),
                                new Component(
                                        id,
                                        group,
                                        name.orElseThrow(),
                                        description.orElse(""),
                                        position.orElseGet(() ->
                                                Catalogues.last(catalogue.componentsIn(group), Component::position)),
                                        regions.orElse(List.of()),
                                        startDate.orElseGet(() -> ask.now()
                                                .atZone(ask.page().zone())
                                                .toLocalDate()),
                                        showUptime.orElse(true),
                                        false,
                                        ask.now(),
                                        ask.now()))));
        var view = CatalogueView.of(found(look, id), look.board());
        return replies.created(ask, Mount.ROOT + "/components/" + id.value(), view, look.version());
    }

    private Answer change(Ask ask) {
        var fields = Fields.of(ask, json);
        var name = fields.maybe("name", field -> fields.line(field, 120));
        var description = fields.maybe("description", field -> fields.optionalProse(field, 500));
        var movesGroup = fields.has("group");
        var group = fields.maybe("group", field -> fields.id(field, "group", GroupId::new));
        var position = fields.maybe("position", field -> fields.number(field, 0, MOST_POSITION));
        var regions = fields.maybe("regions", field -> fields.ids(field, "region", RegionId::new));
        var startDate = fields.maybe("start_date", fields::date);
        var showUptime = fields.maybe("show_uptime", fields::flag);
        var retired = fields.maybe("retired", fields::flag);
        fields.refuseIfWrong();
        return changed(
                ask,
                "component.changed",
                component -> new Component(
                        component.id(),
                        movesGroup ? group : component.group(),
                        name.orElse(component.name()),
                        description.orElse(component.description()),
                        position.orElse(component.position()),
                        regions.orElse(component.regions()),
                        startDate.orElse(component.startDate()),
                        showUptime.orElse(component.showUptime()),
                        retired.orElse(component.retired()),
                        component.createdAt(),
                        ask.now()));
    }

    private Answer retire(Ask ask) {
        var _ = changed(
                ask,
                "component.retired",
                component -> new Component(
                        component.id(),
                        component.group(),
                        component.name(),
                        component.description(),
                        component.position(),
                        component.regions(),
                        component.startDate(),
                        component.showUptime(),
                        true,
                        component.createdAt(),
                        ask.now()));
        return Answer.empty(204);
    }

    private Answer changed(Ask ask, String action, UnaryOperator<Component> step) {
        var id = id(ask);
        var before = found(catalogues.look(ask.page().id()), id);
        var look = catalogues.change(
                ask,
                action,
                id.value(),
                before.name(),
                catalogue -> Catalogues.withComponents(
                        catalogue,
                        Catalogues.replaced(
                                catalogue.components(), one -> one.id().equals(id), step)));
        return shown(look, id);
    }

    private Answer setState(Ask ask) {
        Tags.mustNotAsk(ask);
        var fields = Fields.of(ask, json);
        var state = fields.oneOf("state", State.values(), State::key);
        var region = fields.maybe("region", field -> fields.id(field, "region", RegionId::new));
        fields.refuseIfWrong();
        var id = id(ask);
        var _ = found(catalogues.look(ask.page().id()), id);
        catalogues.desk().set(ask.page().id(), new Area(id, region), state.orElseThrow(), ask.actor());
        return shown(catalogues.look(ask.page().id()), id);
    }

    private static ComponentId id(Ask ask) {
        return new ComponentId(ask.variable("id"));
    }

    private static Component found(Catalogues.Look look, ComponentId id) {
        return look.catalogue().component(id).orElseThrow(() -> new Refused.NotFound("component"));
    }

    private Answer shown(Catalogues.Look look, ComponentId id) {
        return replies.ok(CatalogueView.of(found(look, id), look.board()), look.version());
    }
}
