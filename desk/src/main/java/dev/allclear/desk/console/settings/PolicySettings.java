package dev.allclear.desk.console.settings;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import dev.allclear.transaction.Tx;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `/desk/policy`: what we hold ourselves to at each severity. The public reads it as "What to expect from us".
final class PolicySettings {

    private final Room room;

    PolicySettings(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PAGE);
        return Stream.of(
                Route.get("/desk/policy", mayManage, this::show), Route.post("/desk/policy", mayManage, this::save));
    }

    private Answer show(Ask ask) {
        return page(ask, 200, Form.filled(PolicyForm.filled(room.policy(ask))));
    }

    private Answer save(Ask ask) {
        try {
            var policy = PolicyForm.read(ask.form());
            room.doors().promises().agree(ask.page().id(), policy, version(ask), ask.actor());
            return Answer.seeOther(ask.link("/desk/policy?saved"));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid));
        }
    }

    private static long version(Ask ask) {
        try {
            return Long.parseLong(ask.form().get("version"));
        } catch (NumberFormatException notOurs) {
            throw new Refused.ChangedMeanwhile("policy");
        }
    }

    private Answer page(Ask ask, int status, Form form) {
        var frame =
                room.frame(ask, Place.SETTINGS, form.hasFaults() ? "Not saved: what we promise" : "What we promise");
        if (ask.query().has("saved") && !form.hasFaults()) {
            frame = frame.saying("good", "Saved.", "The page tells the public within a second.");
        }
        var framed = frame;
        var view = room.doors()
                .store()
                .reading(tx -> new PolicyView(
                        framed,
                        form,
                        tx.policies().of(ask.page().id()).version(),
                        parts(),
                        people(tx, ask.page().id())));
        return room.page(status, "console/settings/policy.jte", view);
    }

    private static List<PolicyView.Part> parts() {
        var phrases = Languages.phrases(Language.ENGLISH);
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(severity -> new PolicyView.Part(
                        severity.key(),
                        phrases.get("severity." + severity.key()),
                        phrases.get("expect.meaning." + severity.key())))
                .toList();
    }

    /// Whoever may publish can be called.
    private static List<Option> people(Tx tx, PageId page) {
        var called = tx.accounts().all().stream()
                .filter(account ->
                        account.roles().getOrDefault(page, Role.VIEWER).may(Permission.PUBLISH))
                .map(account -> Option.of(account.id().value(), account.name()));
        return Stream.concat(Stream.of(Option.of("", "Nobody")), called).toList();
    }
}
