package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.Refused;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.form.ReleaseFields;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.IncidentId;
import dev.allclear.people.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Drafts: forms as somebody left them, for a publisher to go on with.
public final class DraftScreens implements Screens {

    /// Belong to one form in one browser.
    private static final List<String> UNSAVED =
            List.of("_token", "do", "version", "incident", Once.FORM_ID, Once.DRAFT, Once.DRAFT_SAVED);

    private final Room room;

    public DraftScreens(Room room) {
        this.room = room;
    }

    @Override
    public List<Route> routes() {
        var draft = Access.signedIn(Permission.DRAFT);
        return List.of(
                Route.get("/desk/drafts", draft, this::list),
                Route.post("/desk/drafts", draft, this::save),
                Route.get("/desk/drafts/{draft}", draft, this::open),
                Route.post("/desk/drafts/{draft}/delete", draft, this::delete));
    }

    private Answer list(Ask ask) {
        var frame = room.frame(ask, Place.DRAFTS, "Drafts");
        if (ask.query().has("waiting")) {
            frame = frame.saying(
                    "good", "Handed over.", "It waits for somebody else who may publish. Nothing was published.");
        } else if (ask.query().has("returned")) {
            frame = frame.saying("good", "Sent back.", "Its author sees your remark. Nothing was published.");
        } else if (ask.query().has("saved")) {
            frame = frame.saying(
                    "good",
                    "Saved.",
                    frame.mayPublish() ? "Nothing was published." : "It waits for a publisher. Nothing was published.");
        } else if (ask.query().has("deleted")) {
            frame = frame.saying("good", "Deleted.", "Nothing was published.");
        }
        if (ask.query().has("beside")) {
            frame = frame.saying(
                    "warn",
                    "Kept beside the other.",
                    "Somebody saved this draft after you had opened it, so now there are two. Nothing was published.");
        }
        var rows = room.doors()
                .store()
                .reading(tx -> tx.drafts().all(ask.page().id()).stream()
                        .map(draft -> DraftRow.of(tx, draft))
                        .toList());
        return room.page(200, "console/incidents/drafts/drafts.jte", new DraftsView(frame, rows));
    }

    /// Whatever is there is kept, right or wrong.
    private Answer save(Ask ask) {
        var typed = ask.form();
        var kind = DraftKind.of(typed).orElseThrow(() -> new Refused.NotFound("kind of draft"));
        if (!typed.has("waiting") || !kind.needsConsent()) {
            return save(ask, typed, false);
        }
        var handover = new Handover(room);
        var worded = handover.worded(ask, typed);
        try {
            // A drafter may send a beginning.
            if (ask.person().account().may(ask.page().id(), Permission.PUBLISH)) {
                room.doors().store().reading(tx -> {
                    handover.mustBeWhole(ask, tx, worded);
                    return worded;
                });
            }
            return save(ask, worded, true);
        } catch (Refused.Invalid invalid) {
            return handover.refused(ask, worded, invalid);
        }
    }

    private Answer save(Ask ask, Parameters typed, boolean isWaiting) {
        var fields = new HashMap<String, List<String>>(typed.asMap());
        UNSAVED.forEach(fields::remove);
        ReleaseFields.PERSONAL.forEach(fields::remove);
        // The form's own id: saving the same form twice is one draft.
        var id = new DraftId(
                typed.filled(Once.DRAFT).or(() -> typed.filled(Once.FORM_ID)).orElseGet(room.entropy()::id));
        var draft = new Draft(
                id,
                ask.page().id(),
                typed.filled("incident").map(IncidentId::new),
                Map.copyOf(fields),
                ask.actor().name(),
                ask.now());
        var kept = room.doors()
                .drafts()
                .save(
                        isWaiting ? draft.handedOver() : draft,
                        Once.draftSaved(typed),
                        new DraftId(room.entropy().id()),
                        ask.actor());
        var isBeside = !kept.id().equals(id);
        return Answer.seeOther(
                ask.link("/desk/drafts") + (isWaiting ? "?waiting" : "?saved") + (isBeside ? "&beside" : ""));
    }

    /// Goes to the form that it is a draft of.
    private Answer open(Ask ask) {
        var draft = find(ask);
        var kind = DraftKind.of(draft);
        var late = room.doors()
                .store()
                .reading(tx -> draft.incident()
                        .flatMap(id -> tx.incidents().find(draft.page(), id))
                        .flatMap(stored -> kind.late(stored.value()))
                        .map(why -> new LateDraft(
                                room.frame(ask, Place.DRAFTS, "A draft that comes too late"),
                                DraftRow.of(tx, draft),
                                why,
                                LateDraft.words(draft))));
        if (late.isPresent()) {
            return room.page(200, "console/incidents/drafts/late-draft.jte", late.get());
        }
        if (Handed.isFor(draft, ask)) {
            return Answer.seeOther(ask.link("/desk/drafts/" + draft.id().value() + "/approval"));
        }
        return Answer.seeOther(ask.link(kind.path(draft)));
    }

    private Answer delete(Ask ask) {
        room.doors().drafts().delete(ask.page().id(), new DraftId(ask.variable("draft")), ask.actor());
        return Answer.seeOther(ask.link("/desk/drafts") + "?deleted");
    }

    private Draft find(Ask ask) {
        return room.doors()
                .store()
                .reading(tx -> tx.drafts().find(ask.page().id(), new DraftId(ask.variable("draft"))))
                .orElseThrow(() -> new Refused.NotFound("draft"));
    }
}
