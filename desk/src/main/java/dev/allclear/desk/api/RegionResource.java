package dev.allclear.desk.api;

import dev.allclear.Entropy;
import dev.allclear.Refused;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.people.Permission;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import java.util.List;

/// `/regions`: where components run.
final class RegionResource {

    private static final int MOST_POSITION = 100_000;

    private final Catalogues catalogues;
    private final Entropy entropy;
    private final Json json;
    private final Replies replies;

    RegionResource(Catalogues catalogues, Entropy entropy, Json json) {
        this.catalogues = catalogues;
        this.entropy = entropy;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/regions", Permission.VIEW_DESK, this::list);
        mount.post("/regions", Permission.MANAGE_CATALOGUE, this::add);
        mount.get("/regions/{id}", Permission.VIEW_DESK, this::show);
        mount.patch("/regions/{id}", Permission.MANAGE_CATALOGUE, this::change);
        mount.delete("/regions/{id}", Permission.MANAGE_CATALOGUE, this::remove);
    }

    private record Listed(List<CatalogueView.RegionView> regions) {}

    private Answer list(Ask ask) {
        var look = catalogues.look(ask.page().id());
        return replies.ok(new Listed(CatalogueView.regions(look.catalogue())), look.version());
    }

    private Answer show(Ask ask) {
        return shown(catalogues.look(ask.page().id()), id(ask));
    }

    private Answer add(Ask ask) {
        var fields = Fields.of(ask, json);
        var name = fields.line("name", 80);
        var position = fields.maybe("position", field -> fields.number(field, 0, MOST_POSITION));
        fields.refuseIfWrong();
        var id = new RegionId(entropy.id());
        var look = catalogues.change(ask, "region.added", id.value(), name.orElseThrow(), catalogue -> {
            var last = Catalogues.last(catalogue.regions(), Region::position);
            return Catalogues.withRegions(
                    catalogue,
                    Catalogues.with(catalogue.regions(), new Region(id, name.orElseThrow(), position.orElse(last))));
        });
        var view = CatalogueView.of(found(look.catalogue(), id));
        return replies.created(ask, Mount.ROOT + "/regions/" + id.value(), view, look.version());
    }

    private Answer change(Ask ask) {
        var fields = Fields.of(ask, json);
        var name = fields.maybe("name", field -> fields.line(field, 80));
        var position = fields.maybe("position", field -> fields.number(field, 0, MOST_POSITION));
        fields.refuseIfWrong();
        var id = id(ask);
        var before = found(catalogues.look(ask.page().id()).catalogue(), id);
        var look = catalogues.change(
                ask,
                "region.changed",
                id.value(),
                before.name(),
                catalogue -> Catalogues.withRegions(
                        catalogue,
                        Catalogues.replaced(
                                catalogue.regions(),
                                one -> one.id().equals(id),
                                region -> new Region(
                                        id, name.orElse(region.name()), position.orElse(region.position())))));
        return shown(look, id);
    }

    /// Only where nothing runs any more.
    private Answer remove(Ask ask) {
        var id = id(ask);
        var before = found(catalogues.look(ask.page().id()).catalogue(), id);
        var _ = catalogues.change(ask, "region.removed", id.value(), before.name(), catalogue -> {
            if (catalogue.components().stream()
                    .anyMatch(component -> component.regions().contains(id))) {
                throw new Refused.Conflict(
                        "Components still run in this region, retired ones counted. Take them out first.");
            }
            return Catalogues.withRegions(
                    catalogue,
                    catalogue.regions().stream()
                            .filter(region -> !region.id().equals(id))
                            .toList());
        });
        return Answer.empty(204);
    }

    private static RegionId id(Ask ask) {
        return new RegionId(ask.variable("id"));
    }

    private static Region found(Catalogue catalogue, RegionId id) {
        return catalogue.region(id).orElseThrow(() -> new Refused.NotFound("region"));
    }

    private Answer shown(Catalogues.Look look, RegionId id) {
        return replies.ok(CatalogueView.of(found(look.catalogue(), id)), look.version());
    }
}
