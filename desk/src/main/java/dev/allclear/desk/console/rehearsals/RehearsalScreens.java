package dev.allclear.desk.console.rehearsals;

import dev.allclear.Refused;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.incidents.head.Authors;
import dev.allclear.desk.console.playbooks.Libraries;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.Playbook;
import dev.allclear.rehearsal.Pace;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.rehearsal.RehearsalDesk;
import dev.allclear.rehearsal.RehearsalId;
import dev.allclear.rehearsal.Score;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// `/desk/rehearsals`: an outage that is only played, and how the team did in it.
public final class RehearsalScreens implements Screens {

    private static final String ROOT = "/desk/rehearsals";
    private static final String ONE = ROOT + "/{id}";

    private final Room room;
    private final Libraries libraries;
    private final Stages stages;

    public RehearsalScreens(Room room) {
        this.room = room;
        this.libraries = new Libraries(room);
        this.stages = new Stages(room);
    }

    @Override
    public List<Route> routes() {
        var view = Access.signedIn(Permission.VIEW_DESK);
        var play = Access.signedIn(Permission.DRAFT);
        return List.of(
                Route.get(ROOT, view, this::list),
                Route.post(ROOT, play, this::begin),
                Route.get(ONE, view, this::look),
                Route.get(ONE + "/turns", view, stages::turns),
                Route.post(ONE + "/preview", play, stages::preview),
                Route.post(ONE + "/lines", play, stages::say),
                Route.post(ONE + "/end", play, this::end));
    }

    private RehearsalDesk desk() {
        return room.doors().rehearsals();
    }

    private Answer list(Ask ask) {
        var chosen = ask.query().filled(Libraries.FIELD).orElse("");
        var fields =
                Map.of(Libraries.FIELD, List.of(chosen), "pace", List.of(Pace.BRISK.key()), "scenario", List.of("yes"));
        return list(ask, 200, Form.filled(Parameters.of(fields)));
    }

    private Answer list(Ask ask, int status, Form form) {
        var frame = room.frame(ask, Place.REHEARSALS, "Rehearsals");
        var library = libraries.of(ask);
        var played = desk().recent(ask.page().id()).stream()
                .map(one -> new Played(one, desk().score(one)))
                .toList();
        var rows = played.stream().map(one -> row(ask, library, one)).toList();
        var trend = played.reversed().stream()
                .filter(one -> !one.rehearsal().isRunning(ask.now()))
                .map(one -> new ListView.Bar(
                        frame.watch().tell(one.rehearsal().startedAt(), "day"),
                        one.score().points()))
                .toList();
        var playbooks = outages(ask).stream()
                .map(playbook -> Option.of(playbook.slug().value(), playbook.name()))
                .toList();
        var view = new ListView(frame, form, playbooks, rows, trend, frame.may(Permission.DRAFT));
        return room.page(status, "console/rehearsals/list.jte", view);
    }

    private List<Playbook> outages(Ask ask) {
        return libraries.of(ask).in(Libraries.language(ask)).stream()
                .filter(playbook -> playbook.kind() == Playbook.Kind.OUTAGE)
                .toList();
    }

    /// The coach has to read all of it again for a score, so each is made once.
    private record Played(Rehearsal rehearsal, Score score) {}

    private ListView.Row row(Ask ask, Library library, Played played) {
        var rehearsal = played.rehearsal();
        var score = played.score();
        var due = score.kept() + score.missed();
        return new ListView.Row(
                ask.link(path(rehearsal)),
                name(library, rehearsal),
                rehearsal.startedAt(),
                Authors.name(rehearsal.startedBy()),
                score.firstMessage().map(RehearsalScreens::told).orElse(""),
                score.isFirstInTime(),
                due == 0 ? "" : score.kept() + " of " + due,
                rehearsal.isRunning(ask.now()) ? "" : Integer.toString(score.points()));
    }

    private static String name(Library library, Rehearsal rehearsal) {
        return library.nearest(rehearsal.playbook(), rehearsal.language())
                .map(Playbook::name)
                .orElseGet(() -> rehearsal.playbook().value());
    }

    static String path(Rehearsal rehearsal) {
        return ROOT + "/" + rehearsal.id().value();
    }

    /// `42 s`, `3 min 5 s`
    static String told(Duration length) {
        var seconds = length.toSeconds();
        return seconds < 60
                ? seconds + " s"
                : seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }

    private Answer begin(Ask ask) {
        var typed = ask.form();
        var playbook = outages(ask).stream()
                .filter(one -> one.slug().value().equals(typed.get(Libraries.FIELD)))
                .findFirst();
        if (playbook.isEmpty()) {
            var fault = new Refused.Invalid(Libraries.FIELD, "Choose a playbook.");
            return list(ask, 422, Form.refused(typed, fault));
        }
        var pace = Arrays.stream(Pace.values())
                .filter(one -> one.key().equals(typed.get("pace")))
                .findFirst()
                .orElse(Pace.REAL);
        var rehearsal = desk().begin(
                        ask.page().id(),
                        playbook.get().slug(),
                        playbook.get().language(),
                        pace,
                        typed.has("scenario"),
                        ask.actor().name());
        return Answer.seeOther(ask.link(path(rehearsal)));
    }

    private Answer look(Ask ask) {
        var rehearsal = find(ask);
        return rehearsal.isRunning(ask.now()) ? stages.show(ask, rehearsal) : result(ask, rehearsal);
    }

    private Rehearsal find(Ask ask) {
        return desk().find(ask.page().id(), new RehearsalId(ask.variable("id")));
    }

    private Answer end(Ask ask) {
        var ended = desk().end(
                        ask.page().id(),
                        new RehearsalId(ask.variable("id")),
                        ask.actor().name());
        return Answer.seeOther(ask.link(path(ended)));
    }

    private Answer result(Ask ask, Rehearsal rehearsal) {
        var score = desk().score(rehearsal);
        var frame = room.frame(ask, Place.REHEARSALS, "How the rehearsal went");
        var view = new ResultView(
                frame,
                rehearsal.startedAt(),
                Authors.name(rehearsal.startedBy()),
                name(libraries.of(ask), rehearsal),
                score.points(),
                verdicts(score, frame.watch()),
                new Sinks(room).of(ask, rehearsal, score),
                frame.link(ROOT) + "?" + Libraries.FIELD + "=" + rehearsal.playbook());
        return room.page(200, "console/rehearsals/result.jte", view);
    }

    private static List<ResultView.Verdict> verdicts(Score score, Watch watch) {
        var limit = watch.length(score.limit());
        var due = score.kept() + score.missed();
        return List.of(
                new ResultView.Verdict(
                        "First message",
                        score.firstMessage()
                                .map(took -> "After " + told(took) + ", with " + count(score.firstDecisions())
                                        + ". The policy wants it within " + limit + ".")
                                .orElse("There was none. The policy wants it within " + limit + "."),
                        score.isFirstInTime()),
                new ResultView.Verdict(
                        "Promises",
                        due == 0
                                ? score.promises().isEmpty()
                                        ? "None was made."
                                        : "None came due before the end, so promises do not count here."
                                : score.kept() + " of " + due + " promised updates came in time.",
                        !score.promises().isEmpty() && score.missed() == 0),
                new ResultView.Verdict(
                        "All-clear",
                        allClear(score),
                        score.isResolved() && score.allClear().isEmpty()),
                new ResultView.Verdict(
                        "Words",
                        score.errors() + score.warnings() == 0
                                ? "No findings by rules, " + count(score.decisions()) + " in all."
                                : "The coach found " + score.errors() + " to put right and " + score.warnings()
                                        + " worth a look, " + count(score.decisions()) + " in all.",
                        score.errors() == 0));
    }

    private static String count(int decisions) {
        return decisions == 1 ? "1 decision" : decisions + " decisions";
    }

    private static String allClear(Score score) {
        if (!score.isResolved()) {
            return "It was not given.";
        }
        if (score.allClear().contains(Score.Missing.REPORT)) {
            return "It was given, without a word of the report that the policy asks for.";
        }
        return score.allClear().isEmpty()
                ? "It was given: what works again, why, what is left and what comes next."
                : "It was given, without its answers.";
    }
}
