package dev.allclear.desk.console.approval;

import dev.allclear.Refused;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.drafts.Handed;
import dev.allclear.desk.console.incidents.drafts.Handover;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.DraftId;
import dev.allclear.people.Permission;
import java.util.List;

/// The second person: reads what somebody else handed over as customers will, then publishes it as it stands or sends
/// it back. Whoever changes it instead becomes its author, and somebody else has to agree.
public final class ApprovalScreens implements Screens {

    private static final String PATH = "/desk/drafts/{draft}";

    private final Room room;
    private final Once once;
    private final Handover handover;

    public ApprovalScreens(Room room) {
        this.room = room;
        this.once = new Once(room.doors().store());
        this.handover = new Handover(room);
    }

    @Override
    public List<Route> routes() {
        var publish = Access.signedIn(Permission.PUBLISH);
        return List.of(
                Route.get(PATH + "/approval", Access.signedIn(Permission.DRAFT), this::read),
                Route.post(PATH + "/approval", publish, this::agree),
                Route.post(PATH + "/return", publish, this::sendBack));
    }

    /// What waits for nobody, or can't be published any more, is shown as any other draft.
    private Answer read(Ask ask) {
        var handed = room.doors().store().reading(tx -> Handed.find(ask, tx));
        return handed.isWaiting() && !handed.isLate()
                ? show(ask, 200, Form.EMPTY)
                : Answer.seeOther(ask.link("/desk/drafts/" + ask.variable(Once.DRAFT)));
    }

    private Answer agree(Ask ask) {
        var typed = ask.form();
        try {
            var path = once.carriedOut(ask, tx -> {
                var handed = Handed.find(ask, tx);
                handed.mustBeAsRead(typed);
                return handover.publish(ask, tx, handed, typed);
            });
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return show(ask, 422, Form.refused(typed, invalid));
        } catch (Refused.HeldUp heldUp) {
            return show(ask, 422, Form.refused(typed, new Refused.Invalid(heldUp.faults())));
        } catch (Refused.ChangedMeanwhile _) {
            return changed(ask);
        }
    }

    private Answer sendBack(Ask ask) {
        var typed = ask.form();
        try {
            var remark =
                    typed.filled("remark").orElseThrow(() -> new Refused.Invalid("remark", "Say what has to change."));
            room.doors()
                    .drafts()
                    .sendBack(
                            ask.page().id(),
                            new DraftId(ask.variable(Once.DRAFT)),
                            Handed.savedAt(typed),
                            remark,
                            ask.actor());
            return Answer.seeOther(ask.link("/desk/drafts?returned"));
        } catch (Refused.Invalid invalid) {
            return show(ask, 422, Form.refused(typed, invalid));
        } catch (Refused.ChangedMeanwhile _) {
            return changed(ask);
        }
    }

    private Answer changed(Ask ask) {
        var fault = new Refused.Invalid("", "It was changed since you opened it. Read it again, please.");
        return show(ask, 409, Form.refused(ask.form(), fault));
    }

    private Answer show(Ask ask, int status, Form form) {
        var title = form.hasFaults() ? "Not published: read and agree" : "Read and agree";
        var frame = room.frame(ask, Place.DRAFTS, title).forAuthoring();
        var view = room.doors().store().reading(tx -> {
            var handed = Handed.find(ask, tx);
            return new ApprovalView(
                    frame,
                    handover.row(tx, handed),
                    form,
                    room.entropy().id(),
                    handed.seen(),
                    handed.draft().incident().map(id -> "/desk/incidents/" + id.value()),
                    handover.form(handed),
                    handover.preview(ask, tx, handed),
                    handover.beside(ask, handed),
                    handed.draft().author().equals(ask.actor().name()));
        });
        return room.page(status, "console/approval/approval.jte", view);
    }
}
