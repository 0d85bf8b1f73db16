package dev.allclear.desk.console.audience;

import dev.allclear.Refused;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Tag;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.operation.AudienceDesk.Act;
import dev.allclear.people.Permission;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/// `/desk/subscribers/change`: does something to all who were found, after saying to how many.
final class ChangeScreens {

    private final Room room;

    ChangeScreens(Room room) {
        this.room = room;
    }

    List<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_SUBSCRIBERS);
        return List.of(
                Route.get("/desk/subscribers/change", mayManage, ask -> confirm(ask, ask.query())),
                Route.post("/desk/subscribers/change", mayManage, this::change));
    }

    private Answer confirm(Ask ask, Parameters typed) {
        try {
            var act = act(ask, typed);
            return page(ask, 200, Form.filled(typed), sentence(act));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid), "");
        }
    }

    private Answer change(Ask ask) {
        var typed = ask.form();
        try {
            var page = ask.page().id();
            var which = SelectionForm.read(typed).which(room.doors().audience().lost(page));
            var _ = room.doors().audience().change(page, which, act(ask, typed), expected(typed), ask.actor());
            return Answer.seeOther(ask.link("/desk/subscribers") + "?changed");
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid), "");
        }
    }

    private static long expected(Parameters typed) {
        try {
            return Long.parseLong(typed.get("expected"));
        } catch (NumberFormatException unknown) {
            return -1;
        }
    }

    private static Act act(Ask ask, Parameters typed) {
        return switch (typed.get("act")) {
            case "tag" -> new Act.Add(tag(typed));
            case "untag" -> new Act.TakeOff(tag(typed));
            case "pause" -> new Act.Rest(pause(ask, typed));
            case "resume" -> new Act.Resume();
            case "widen" -> new Act.Widen();
            case "remove" -> new Act.Remove();
            default -> throw new Refused.Invalid("act", "Choose what shall become of them.");
        };
    }

    private static Tag tag(Parameters typed) {
        try {
            return Tag.parse(typed.get("word"));
        } catch (Refused.Invalid wrong) {
            throw new Refused.Invalid("word", wrong.faults().getFirst().message());
        }
    }

    static Pause pause(Ask ask, Parameters typed) {
        if (typed.filled("until").isEmpty()) {
            return Pause.OPEN;
        }
        try {
            var end = LocalDate.parse(typed.get("until").strip())
                    .atStartOfDay(ask.page().zone())
                    .toInstant();
            if (!end.isAfter(ask.now())) {
                throw new Refused.Invalid("until", "Choose a day that is still to come.");
            }
            return Pause.until(end);
        } catch (DateTimeParseException unreadable) {
            throw new Refused.Invalid("until", "This must be a day such as 2026-11-22.");
        }
    }

    private static String sentence(Act act) {
        return switch (act) {
            case Act.Add(var tag) -> "They get the tag “" + tag.word() + "”.";
            case Act.TakeOff(var tag) -> "They lose the tag “" + tag.word() + "”.";
            case Act.Rest(var pause) ->
                pause.until().isPresent()
                        ? "They hear nothing until the day you named. What they miss is not sent later."
                        : "They hear nothing until they or you end it. What they miss is not sent later.";
            case Act.Resume() -> "Whoever of them pauses hears from you again.";
            case Act.Widen() -> "They hear of everything from now on, as many kinds of news as before.";
            case Act.Remove() -> "Nobody writes to them any more. Only they themselves can come back.";
        };
    }

    private Answer page(Ask ask, int status, Form form, String sentence) {
        var page = ask.page().id();
        var wanted = SelectionForm.read(form.typed());
        var count = room.doors()
                .audience()
                .count(page, wanted.which(room.doors().audience().lost(page)), Long.MAX_VALUE);
        var frame = room.frame(ask, Place.SUBSCRIBERS, "Change " + Words.count(count, "subscriber", "subscribers"));
        return room.page(status, "console/audience/change.jte", new ChangeView(frame, form, wanted, count, sentence));
    }
}
