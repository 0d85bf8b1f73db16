package dev.allclear.desk.console.people;

import dev.allclear.Refused;
import dev.allclear.desk.accounts.SignIn;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;

/// `/desk/account`: one's own password.
final class OwnAccount {

    private final Room room;
    private final SignIn signIn;

    OwnAccount(Room room, SignIn signIn) {
        this.room = room;
        this.signIn = signIn;
    }

    Answer show(Ask ask) {
        return show(ask, 200, Form.EMPTY);
    }

    private Answer show(Ask ask, int status, Form form) {
        var title = form.hasFaults() ? "Not changed: your password" : "Your account";
        var frame = room.frame(ask, Place.NOWHERE, title);
        return room.page(status, "console/people/account.jte", new AccountView(frame, form));
    }

    Answer changePassword(Ask ask) {
        try {
            return signIn.changePassword(ask);
        } catch (Refused.Invalid invalid) {
            return show(ask, 422, Form.refused(Parameters.NONE, invalid));
        }
    }
}
