package dev.allclear.desk.console.sending;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.operation.SenderDesk;
import dev.allclear.people.Permission;
import java.util.List;
import java.util.Locale;

/// `/desk/sending`: makes and rotates the keys that sign mails, and says what to publish in DNS.
public final class SendingScreens implements Screens {

    private static final String PATH = "/desk/sending";

    private final Room room;
    private final SenderDesk sender;

    public SendingScreens(Room room, SenderDesk sender) {
        this.room = room;
        this.sender = sender;
    }

    @Override
    public List<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PAGE);
        return List.of(
                Route.get(PATH, mayManage, this::show),
                Route.post(PATH + "/keys", mayManage, this::make),
                Route.post(PATH + "/keys/{id}/check", mayManage, this::check));
    }

    private Answer show(Ask ask) {
        var frame = saying(room.frame(ask, Place.SETTINGS, "How our mail is seen"), ask);
        return room.page(
                200,
                "console/sending/sending.jte",
                new SendingView(
                        frame, sender.domain(), sender.keys(), sender.isLockedOut(), sender.findings(), ask.now()));
    }

    private Answer make(Ask ask) {
        var made = sender.make(ask.page().id(), ask.actor());
        return Answer.seeOther(ask.link(PATH) + "?made#" + made.selector());
    }

    private Answer check(Ask ask) {
        var selector = ask.variable("id");
        var seen = sender.check(ask.page().id(), selector, ask.actor());
        return Answer.seeOther(ask.link(PATH) + "?seen=" + seen.name().toLowerCase(Locale.ROOT) + "#" + selector);
    }

    private static Frame saying(Frame frame, Ask ask) {
        if (ask.query().has("made")) {
            return frame.saying("good", "A new key.", "Publish its record, then let us look for it.");
        }
        return switch (ask.query().get("seen")) {
            case "found" -> frame.saying("good", "The record is there.", "The key signs our mails within seconds.");
            case "missing" ->
                frame.saying("warn", "The record is not there yet.", "New records may take an hour to be seen.");
            case "wrong" -> frame.saying("bad", "Another record is there.", "Compare it with ours, letter by letter.");
            case "unknown" -> frame.saying("warn", "DNS did not answer.", "Nothing has changed. Try again.");
            default -> frame;
        };
    }
}
