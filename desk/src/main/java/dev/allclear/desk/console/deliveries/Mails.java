package dev.allclear.desk.console.deliveries;

import dev.allclear.Refused;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Sandbox;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Tx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Mails kept as files while no mail server is set. The files of all pages lie together: each page sees those alone
/// that one of its own deliveries names, so nobody reads another page's mails, or one of somebody who was erased.
record Mails(Room room) {

    private static final int LOOKED_AT = 500;
    private static final int SHOWN = 50;

    /// Whoever may not read mails is shown what went out instead.
    Answer list(Ask ask) {
        if (!ask.person().account().may(ask.page().id(), Permission.MANAGE_SUBSCRIBERS)) {
            return Answer.seeOther(ask.link("/desk/announcements"));
        }
        var frame = room.frame(ask, Place.MAILS, "Mails");
        var search = ask.query().get("q").strip();
        var before = before(ask);
        var found = room.doors()
                .store()
                .reading(tx -> kept().stream()
                        .filter(mail -> isOurs(tx, ask, mail.name()))
                        .filter(mail -> holds(mail, search.toLowerCase(Locale.ROOT)))
                        .toList());
        var rows = room.doors()
                .store()
                .reading(tx -> found.stream()
                        .skip(before)
                        .limit(SHOWN)
                        .map(mail -> new MailsView.Row(mail, kind(tx, ask, mail.name())))
                        .toList());
        var path = ask.link("/desk/mails") + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&before=";
        var portion = new Portion(
                Words.number(before + 1) + " to " + Words.number(before + rows.size()) + " of "
                        + Words.number(found.size()),
                before > 0 ? path + Math.max(0, before - SHOWN) : "",
                before + rows.size() < found.size() ? path + (before + SHOWN) : "");
        var view = new MailsView(frame, room.keptMails().isPresent(), search, rows, portion);
        return room.page(200, "console/deliveries/mails.jte", view);
    }

    private List<KeptMails.Summary> kept() {
        return room.keptMails().map(mails -> mails.list(LOOKED_AT)).orElse(List.of());
    }

    private static boolean holds(KeptMails.Summary mail, String search) {
        return (mail.to() + " " + mail.subject()).toLowerCase(Locale.ROOT).contains(search);
    }

    private static int before(Ask ask) {
        try {
            return Math.clamp(Long.parseLong(ask.query().get("before")), 0, LOOKED_AT);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static String kind(Tx tx, Ask ask, String name) {
        var page = ask.page().id();
        return delivery(tx, ask, name)
                .flatMap(delivery -> tx.outbox().find(page, delivery.announcement()))
                .map(announcement -> Topic.of(announcement.subject(), page, tx).word())
                .orElse("");
    }

    private static boolean isOurs(Tx tx, Ask ask, String name) {
        return delivery(tx, ask, name).isPresent();
    }

    /// Of a mail that was being sent while its reader was erased, the file may lie here still.
    private static Optional<Delivery> delivery(Tx tx, Ask ask, String name) {
        return KeptMails.deliveryOf(name)
                .flatMap(id -> tx.deliveries().find(ask.page().id(), id))
                .filter(delivery -> !delivery.isErased());
    }

    Answer show(Ask ask) {
        var mail = found(ask);
        var title = mail.summary().subject().isEmpty()
                ? "A mail without a subject"
                : mail.summary().subject();
        return room.page(
                200,
                "console/deliveries/mail.jte",
                new MailView(room.frame(ask, Place.MAILS, title), title, mail, ask.link(ask.path() + "/html")));
    }

    /// The mail as its reader sees it, in a frame where nothing of it runs.
    Answer html(Ask ask) {
        return Sandbox.of(found(ask).html());
    }

    private KeptMails.Mail found(Ask ask) {
        var name = ask.variable("name");
        var isOurs = room.doors().store().reading(tx -> isOurs(tx, ask, name));
        return Optional.of(name)
                .filter(_ -> isOurs)
                .flatMap(one -> room.keptMails().flatMap(mails -> mails.read(one)))
                .orElseThrow(() -> new Refused.NotFound("mail"));
    }
}
