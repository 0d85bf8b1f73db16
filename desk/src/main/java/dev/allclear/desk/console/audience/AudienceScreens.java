package dev.allclear.desk.console.audience;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.catalogue.Node;
import dev.allclear.desk.console.settings.ZoneOptions;
import dev.allclear.desk.roster.TermsForm;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.language.Languages;
import dev.allclear.people.Permission;
import dev.allclear.status.Board;
import dev.allclear.transaction.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `/desk/subscribers`: who is told, of what; adding and erasing them.
public final class AudienceScreens implements Screens {

    private final Room room;
    private final SubscriberList list;
    private final RosterScreens rosters;
    private final ChangeScreens changes;
    private final PersonScreens persons;

    public AudienceScreens(Room room) {
        this.room = room;
        this.list = new SubscriberList(room, new Counts(room));
        this.rosters = new RosterScreens(room);
        this.changes = new ChangeScreens(room);
        this.persons = new PersonScreens(room);
    }

    @Override
    public List<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_SUBSCRIBERS);
        var own = List.of(
                Route.get("/desk/subscribers", mayManage, list::show),
                Route.get("/desk/subscribers/new", mayManage, this::empty),
                Route.post("/desk/subscribers/new", mayManage, this::add),
                Route.get("/desk/subscribers/{id}", mayManage, this::show),
                Route.post("/desk/subscribers/{id}", mayManage, this::change),
                Route.post("/desk/subscribers/{id}/stop", mayManage, this::stop),
                Route.post("/desk/subscribers/{id}/erasure", mayManage, this::erase));
        return Stream.of(own, rosters.routes(), changes.routes(), persons.routes())
                .flatMap(List::stream)
                .toList();
    }

    private Answer empty(Ask ask) {
        return page(ask, 200, Form.filled(ChoiceForm.usual(ask.page().language())), Optional.empty());
    }

    /// Asks them by mail, or takes the word of whoever adds them that they agreed.
    private Answer add(Ask ask) {
        var typed = ask.form();
        var page = ask.page().id();
        try {
            var faults = new Faults();
            var email = faults.read(() -> EmailAddress.parse(typed.get("email")));
            var wishes =
                    ChoiceForm.read(typed, room.doors().catalogue().look(page).value(), faults);
            if (!List.of("ask", "agreed").contains(typed.get("proof"))) {
                faults.add("proof", "Say whether they agreed.");
            }
            faults.refuseIfAny();
            var address = email.orElseThrow();
            if (typed.get("proof").equals("ask")) {
                mustBeNew(ask, address);
                room.doors().subscriptions().ask(page, address, wishes.choice(), wishes.language(), wishes.zone());
                return Answer.seeOther(ask.link("/desk/subscribers") + "?asked");
            }
            var _ = room.doors()
                    .subscriptions()
                    .add(page, address, wishes.choice(), wishes.language(), wishes.zone(), ask.actor());
            return Answer.seeOther(ask.link("/desk/subscribers") + "?added");
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid), Optional.empty());
        }
    }

    private void mustBeNew(Ask ask, EmailAddress address) {
        var known = room.doors()
                .store()
                .reading(tx -> tx.subscribers().findByAddress(ask.page().id(), address));
        if (known.filter(Subscriber::isConfirmed).isPresent()) {
            throw new Refused.Invalid("email", "This address is subscribed already.");
        }
    }

    private Answer show(Ask ask) {
        var subscriber = room.doors().store().reading(tx -> found(tx, ask));
        return page(ask, 200, Form.filled(ChoiceForm.filled(subscriber)), Optional.of(subscriber));
    }

    private Answer change(Ask ask) {
        var before = room.doors().store().reading(tx -> found(tx, ask));
        try {
            var faults = new Faults();
            var wishes = ChoiceForm.read(
                    ask.form(), room.doors().catalogue().look(ask.page().id()).value(), faults);
            var tags = faults.read(() -> TermsForm.tags(ask.form().get("tags")));
            faults.refuseIfAny();
            return saved(
                    ask,
                    room.doors()
                            .subscriptions()
                            .revise(
                                    ask.page().id(),
                                    before.id(),
                                    one -> one.choosing(wishes.choice(), wishes.language(), wishes.zone())
                                            .tagged(tags.orElseGet(one::tags)),
                                    ask.actor()));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid), Optional.of(before));
        }
    }

    private Answer stop(Ask ask) {
        return saved(
                ask,
                room.doors().subscriptions().stop(ask.page().id(), new SubscriberId(ask.variable("id")), ask.actor()));
    }

    private static Answer saved(Ask ask, Subscriber subscriber) {
        return Answer.seeOther(ask.link("/desk/subscribers/" + subscriber.id().value()) + "?saved");
    }

    private Answer erase(Ask ask) {
        var subscriber = room.doors().store().reading(tx -> found(tx, ask));
        room.doors().subscriptions().erase(ask.page().id(), subscriber.id(), ask.actor());
        return Answer.seeOther(ask.link("/desk/subscribers") + "?erased");
    }

    private static Subscriber found(Tx tx, Ask ask) {
        return tx.subscribers()
                .find(ask.page().id(), new SubscriberId(ask.variable("id")))
                .orElseThrow(() -> new Refused.NotFound("subscriber"));
    }

    private Answer page(Ask ask, int status, Form form, Optional<Subscriber> subscriber) {
        var title = subscriber.map(one -> one.address().value()).orElse("Add a subscriber");
        var around = room.frame(ask, Place.SUBSCRIBERS, form.hasFaults() ? "Not saved: " + title : title);
        var frame = !ask.changes() && ask.query().has("saved")
                ? around.saying("good", "Saved.", "It holds from the next mail on.")
                : around;
        var view = room.doors().store().reading(tx -> {
            var catalogue = tx.catalogues().of(ask.page().id()).value();
            return new SubscriberView(
                    frame,
                    subscriber.map(one -> new SubscriberView.Known(one, Standings.of(one, ask.now()))),
                    form,
                    Node.tree(catalogue, Board.at(catalogue, List.of(), ask.now())),
                    catalogue.regions(),
                    zones(ask),
                    Languages.ALL.stream()
                            .map(one ->
                                    Option.of(one.tag(), Languages.phrases(one).get("language.name")))
                            .toList(),
                    !ask.changes() && ask.query().has("until"));
        });
        return room.page(status, "console/audience/subscriber.jte", view);
    }

    private static List<ZoneOptions.Part> zones(Ask ask) {
        var zone = ZoneOptions.label(ask.page().zone().getId(), ask.now());
        var zones = new ArrayList<ZoneOptions.Part>();
        zones.add(new ZoneOptions.Part(
                "This page", List.of(Option.of(ChoiceForm.PAGES_ZONE, "The page’s zone: " + zone))));
        zones.addAll(ZoneOptions.all(ask.now()));
        return zones;
    }
}
