package dev.allclear.desk.console.incidents.report;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.OpenedDrafts;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.form.UpdateForm;
import dev.allclear.desk.console.incidents.form.Written;
import dev.allclear.desk.console.incidents.head.Asked;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.head.Theirs;
import dev.allclear.desk.console.incidents.preview.Letting;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.language.Languages;
import dev.allclear.operation.Answers;
import dev.allclear.people.Permission;
import dev.allclear.policy.Audience;
import dev.allclear.proof.ReportProof;
import dev.allclear.transaction.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The post-incident report: three answers that customers are owed. The first time everybody is told; a better version
/// replaces it quietly.
public final class ReportScreens implements Screens {

    private static final String KIND = "report";
    private static final Map<String, String> HEADINGS =
            Map.of("wentWrong", "wrong", "fixed", "fixed", "prevented", "prevented");

    private final Room room;
    private final Once once;

    public ReportScreens(Room room) {
        this.room = room;
        this.once = new Once(room.doors().store());
    }

    @Override
    public List<Route> routes() {
        var draft = Access.signedIn(Permission.DRAFT);
        return List.of(
                Route.get("/desk/incidents/{id}/report", draft, this::form),
                Route.post("/desk/incidents/{id}/report/preview", draft, this::preview),
                Route.post("/desk/incidents/{id}/report", Access.signedIn(Permission.PUBLISH), this::publish));
    }

    private Answer form(Ask ask) {
        var draft = ask.query().filled(Once.DRAFT);
        var sheet = draft.isPresent()
                ? Sheet.opened(KIND, new OpenedDrafts(room).fields(ask, draft.get(), KIND), draft.get(), room.entropy())
                : Sheet.fresh(KIND, beginning(ask), room.entropy());
        return show(ask, 200, sheet, false);
    }

    private Map<String, String> beginning(Ask ask) {
        var incident =
                room.doors().store().reading(tx -> Asked.incident(tx, ask).value());
        if (!(incident.phase() instanceof Phase.PostIncident(var _, var report))) {
            return Map.of();
        }
        var values = new HashMap<>(FollowUpFields.values(report.followUps()));
        values.put("wentWrong", report.wentWrong());
        values.put("fixed", report.fixed());
        values.put("prevented", report.prevented());
        return values;
    }

    private Answer preview(Ask ask) {
        var typed = ask.form();
        if (typed.has("do")) {
            return show(ask, 200, Sheet.again(KIND, typed, room.entropy()), false);
        }
        var preview = room.doors()
                .store()
                .reading(tx -> preview(ask, tx, Asked.incident(tx, ask).value(), typed));
        return room.page(200, "console/incidents/report/report-fragment.jte", preview);
    }

    private Answer publish(Ask ask) {
        var typed = ask.form();
        var sheet = Sheet.again(KIND, typed, room.entropy());
        try {
            var path = once.carriedOut(ask, _ -> {
                var id = Asked.id(ask);
                var faults = new Faults();
                var wentWrong = faults.read(() -> Written.prose(typed, "wentWrong", "Say what went wrong."));
                var fixed = faults.read(() -> Written.prose(typed, "fixed", "Say how it was fixed."));
                var prevented = faults.read(() -> Written.prose(typed, "prevented", "Say how it is prevented."));
                var followUps = faults.read(() -> FollowUpFields.read(typed));
                faults.refuseIfAny();
                var _ = room.doors()
                        .incidents()
                        .report(
                                ask.page().id(),
                                id,
                                new Answers(
                                        wentWrong.orElseThrow(),
                                        fixed.orElseThrow(),
                                        prevented.orElseThrow(),
                                        followUps.orElseThrow()),
                                Optional.of(UpdateForm.seen(typed)),
                                ask.actor());
                return "/desk/incidents/" + id.value() + "?done=reported";
            });
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return show(ask, 422, sheet.refused(invalid), false);
        } catch (Refused.ChangedMeanwhile _) {
            return show(ask, 409, sheet, true);
        }
    }

    private Answer show(Ask ask, int status, Sheet sheet, boolean meanwhile) {
        var title = sheet.form().hasFaults() ? "Not published: post-incident report" : "Post-incident report";
        var frame = room.frame(ask, Place.INCIDENTS, title).forAuthoring();
        var view = room.doors().store().reading(tx -> {
            var stored = Asked.incident(tx, ask);
            if (stored.value().resolvedAt().isEmpty()) {
                throw new Refused.Conflict("Only an incident that is over has a report.");
            }
            var names = new AreaNames(tx.catalogues().of(ask.page().id()).value());
            return new ReportView(
                    frame,
                    Summary.of(stored, names, frame.watch(), room.policy(ask)),
                    sheet,
                    FollowUpFields.rows(sheet.form().typed()),
                    meanwhile ? Optional.of(Theirs.of(stored.value(), names, room)) : Optional.empty(),
                    preview(ask, tx, stored.value(), sheet.form().typed()));
        });
        return room.page(status, "console/incidents/report/report.jte", view);
    }

    /// Advice, and no more: what a report says is its authors' own.
    private static Coaching coaching(Ask ask, Tx tx, Incident incident, Parameters typed) {
        var body = new StringBuilder();
        var pieces = new ArrayList<Coaching.Piece>();
        var phrases = Languages.phrases(ask.page().language());
        for (var field : List.of("wentWrong", "fixed", "prevented")) {
            var answer = Written.shownProse(typed.get(field));
            if (!answer.isBlank()) {
                // Readers get each answer under the question that it answers.
                body.append(phrases.get("mail.report." + HEADINGS.get(field))).append(".\n\n");
            }
            var start = body.length();
            body.append(answer);
            pieces.add(new Coaching.Piece(field, start, body.length()));
            body.append("\n\n");
        }
        return body.toString().isBlank()
                ? Coaching.SILENT
                : Coaching.of(
                        ReportProof.read(tx, ask.page(), incident, body.toString(), ask.now()),
                        Optional.empty(),
                        pieces);
    }

    private ReportPreview preview(Ask ask, Tx tx, Incident incident, Parameters typed) {
        var isFirst = incident.phase() instanceof Phase.Resolved;
        var publish = isFirst
                ? Reach.of(
                                tx,
                                ask.page().id(),
                                Choice.Kind.INCIDENTS,
                                incident.everAffected(),
                                Optional.of(incident.id().value()),
                                Audience.FOLLOWERS)
                        .after("Publish the report")
                : "Publish this version, mail nobody";
        return new ReportPreview(
                incident.title(),
                SafeHtml.of(room.markdown(), Written.shownProse(typed.get("wentWrong"))),
                SafeHtml.of(room.markdown(), Written.shownProse(typed.get("fixed"))),
                SafeHtml.of(room.markdown(), Written.shownProse(typed.get("prevented"))),
                Lenient.read(() -> FollowUpFields.read(typed), List.<FollowUp>of()).stream()
                        .filter(FollowUp::isPublic)
                        .map(one -> one.what()
                                + one.done()
                                        .map(day -> ", done on " + day)
                                        .or(() -> one.by().map(day -> ", by " + day))
                                        .orElse(""))
                        .toList(),
                Letting.of(publish),
                coaching(ask, tx, incident, typed));
    }
}
