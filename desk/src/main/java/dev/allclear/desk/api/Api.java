package dev.allclear.desk.api;

import dev.allclear.Entropy;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Refusal;
import dev.allclear.desk.web.Route;
import dev.allclear.desk.web.Surface;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Permalinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The management API, version 1.
public final class Api implements Surface {

    private final List<Route> routes;
    private final Problems problems;

    public Api(
            FrontDoors doors,
            Permalinks permalinks,
            Markdown markdown,
            Json json,
            InstantSource clock,
            Entropy entropy) {
        problems = new Problems(json);
        var mount = new Mount(new Repeats(doors.store()));
        var catalogues = new Catalogues(doors.store(), doors.catalogue(), clock);
        new PageResource(doors.store(), doors.pages(), permalinks, json).mountOn(mount);
        new IncidentResource(doors.store(), doors.incidents(), doors.playbooks(), permalinks, json).mountOn(mount);
        new PlaybookResource(doors.playbooks(), json).mountOn(mount);
        new CareResource(doors.store(), doors.promises(), json).mountOn(mount);
        new ReviewResource(doors.store(), json).mountOn(mount);
        new PolicyResource(doors.store(), doors.promises(), json).mountOn(mount);
        new WorkPolicyResource(doors.store(), doors.promises(), json).mountOn(mount);
        new ComponentResource(catalogues, entropy, json).mountOn(mount);
        new GroupResource(catalogues, entropy, json).mountOn(mount);
        new RegionResource(catalogues, entropy, json).mountOn(mount);
        new MaintenanceResource(doors.store(), doors.maintenances(), json).mountOn(mount);
        new RosterResource(doors.rosters(), json).mountOn(mount);
        new SubscriberResource(doors.store(), doors.subscriptions(), doors.audience(), json).mountOn(mount);
        new RetentionResource(doors.audience(), json).mountOn(mount);
        new SuppressionResource(doors.suppressions(), json).mountOn(mount);
        new AnnouncementResource(doors.store(), doors.deliveries(), doors.promises(), json).mountOn(mount);
        new FindingsResource(doors.store(), json).mountOn(mount);
        new CoachResource(doors.store(), json).mountOn(mount);
        new ShapesResource(doors.store(), permalinks, markdown, json).mountOn(mount);
        new WordResource(doors.store(), doors.pages(), json).mountOn(mount);
        new KeyResource(doors.keys(), json).mountOn(mount);
        new JournalResource(doors.store(), json).mountOn(mount);
        var all = new ArrayList<>(mount.routes());
        all.add(description());
        routes = List.copyOf(all);
    }

    private static Route description() {
        try (var file = Objects.requireNonNull(Api.class.getResourceAsStream("/openapi.yaml"), "no openapi.yaml")) {
            var answer = Answer.of(200, "application/yaml", file.readAllBytes());
            return Route.get(Mount.ROOT + "/openapi.yaml", Access.PUBLIC, _ -> answer);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> prefixes() {
        return List.of(Mount.ROOT);
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    /// A condition that failed is told apart from a change in between.
    @Override
    public Answer refused(Ask ask, Refusal refusal) {
        var isConditional = !ask.headers().all("If-Match").isEmpty();
        return problems.answer(
                isConditional && refusal.kind().equals("changed-meanwhile")
                        ? Refusal.outdated(refusal.detail())
                        : refusal);
    }
}
