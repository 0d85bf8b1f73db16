package dev.allclear.desk.console.deliveries;

import dev.allclear.Refused;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Reason;
import dev.allclear.delivery.Retry;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Tx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who got one announcement, person by person. Whoever may not manage subscribers sees no whole address.
record OneAnnouncement(Room room, Pictures pictures) {

    private static final int SHOWN = 50;
    private static final int MOST = 10_000_000;

    Answer show(Ask ask) {
        var around = room.frame(ask, Place.MAILS, "Who got it");
        var mayManage = around.may(Permission.MANAGE_SUBSCRIBERS);
        var search = mayManage ? ask.query().get("q").strip() : "";
        var shown = ask.query().get("show");
        var before = before(ask);
        var page = ask.page().id();
        var frame = saying(ask, around);
        var view = room.doors().store().reading(tx -> {
            var progress = found(tx.outbox().progress(page, id(ask)));
            var why = why(ask);
            var found = why.map(reason -> tx.findings().having(page, id(ask), reason, before, SHOWN + 1))
                    .orElseGet(() -> tx.deliveries().of(page, id(ask), kinds(shown), search, before, SHOWN + 1));
            var rows = found.stream()
                    .limit(SHOWN)
                    .map(one -> Recipient.of(one, mayManage))
                    .toList();
            return new DeliveriesView(
                    frame,
                    pictures.of(tx, progress, frame.watch()),
                    Breakdown.of(tx, ask, progress, ask.link("/desk/announcements/" + id(ask).value()), mayManage),
                    Topic.of(progress.announcement().subject(), page, tx),
                    search,
                    why.isPresent() ? "why" : shown,
                    why.map(Reason::words).orElse(""),
                    filters(ask, progress, why.isPresent() ? "why" : shown, search, frame.keepsMails()),
                    rows,
                    portion(ask, shown, search, before, rows.size(), found.size() > SHOWN));
        });
        return room.page(200, "console/deliveries/deliveries.jte", view);
    }

    private static Frame saying(Ask ask, Frame around) {
        if (ask.query().has("again")) {
            return around.saying("good", "On their way again.", "They are tried once more.");
        }
        return ask.query().has("stopped")
                ? around.saying("good", "Stopped.", "No more of these mails leave. The page shows it as before.")
                : around;
    }

    /// Only those of one reason; empty where nobody asked for one.
    private static Optional<Reason> why(Ask ask) {
        return Optional.of(ask.query().get("why"))
                .filter(words -> !words.isEmpty())
                .flatMap(words -> Stream.of(Kind.values())
                        .filter(kind -> kind.key().equals(ask.query().get("state")))
                        .map(kind -> new Reason(kind, words))
                        .findFirst());
    }

    private static Set<Kind> kinds(String shown) {
        return switch (shown) {
            case "waiting" -> Set.of(Kind.WAITING, Kind.SENDING);
            case "sent" -> Set.of(Kind.ACCEPTED, Kind.DELIVERED);
            case "failed" -> Set.of(Kind.FAILED, Kind.BOUNCED);
            case "other" -> Set.of(Kind.SUPPRESSED, Kind.SUPERSEDED, Kind.UNKNOWN);
            default -> Set.of();
        };
    }

    private static List<Filter> filters(Ask ask, Progress progress, String shown, String search, boolean kept) {
        var tally = progress.tally();
        return Stream.of(
                        filter(ask, "", "All", tally.all(), shown, search),
                        filter(ask, "waiting", "Waiting", tally.waiting() + tally.sending(), shown, search),
                        filter(ask, "sent", kept ? "Kept, not sent" : "Sent", tally.sent(), shown, search),
                        filter(ask, "failed", "Failed", tally.failed(), shown, search),
                        filter(
                                ask,
                                "other",
                                "Not sent or not known",
                                tally.of(Kind.SUPPRESSED, Kind.SUPERSEDED, Kind.UNKNOWN),
                                shown,
                                search))
                .filter(one ->
                        !one.link().contains("show=other") || !one.count().equals("0"))
                .toList();
    }

    private static Filter filter(Ask ask, String show, String name, long count, String shown, String search) {
        return new Filter(link(ask, show, search, 0), name, Words.number(count), show.equals(shown));
    }

    private static String link(Ask ask, String show, String search, int before) {
        return ask.link("/desk/announcements/" + id(ask).value()) + "?show=" + encoded(show) + "&q=" + encoded(search)
                + (before == 0 ? "" : "&before=" + before);
    }

    /// Further on in the same list.
    private static String turned(Ask ask, String show, String search, int before) {
        var why = why(ask).map(one -> "&state=" + one.kind().key() + "&why=" + encoded(one.words()));
        return link(ask, show, search, before) + why.orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Portion portion(Ask ask, String show, String search, int before, int shown, boolean more) {
        return new Portion(
                Words.number(before + 1) + " to " + Words.number(before + shown),
                before > 0 ? turned(ask, show, search, Math.max(0, before - SHOWN)) : "",
                more ? turned(ask, show, search, before + SHOWN) : "");
    }

    private static int before(Ask ask) {
        try {
            return Math.clamp(Long.parseLong(ask.query().get("before")), 0, MOST);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /// The fragment that desk.js asks for again while something is on its way.
    Answer progress(Ask ask) {
        var picture = room.doors().store().reading(tx -> drawn(tx, ask));
        var link = ask.link("/desk/announcements/" + id(ask).value()) + "?show=failed";
        return room.page(
                200,
                "console/deliveries/progress.jte",
                new ProgressView(picture.progress(), link, picture.kept(), picture.warning()));
    }

    /// The picture of it, asked for again in the same way.
    Answer picture(Ask ask) {
        return room.page(
                200, "console/deliveries/picture.jte", room.doors().store().reading(tx -> drawn(tx, ask)));
    }

    private Picture drawn(Tx tx, Ask ask) {
        var watch = room.frame(ask, Place.MAILS, "Who got it").watch();
        return pictures.of(tx, found(tx.outbox().progress(ask.page().id(), id(ask))), watch);
    }

    Answer retry(Ask ask) {
        var which = ask.form().get("which").equals("unanswered") ? Retry.UNANSWERED : Retry.FAILED;
        var _ = room.doors().deliveries().retry(ask.page().id(), id(ask), which, ask.actor());
        return Answer.seeOther(ask.link("/desk/announcements/" + id(ask).value()) + "?again");
    }

    /// Says what came of it where the words can be put right.
    Answer stop(Ask ask) {
        var stopped = room.doors().promises().stop(ask.page().id(), id(ask), ask.actor());
        var path = stopped.announcement().subject() instanceof Subject.OfIncident(var incident, var _)
                ? "/desk/incidents/" + incident.value() + "?done=stopped"
                : "/desk/announcements/" + id(ask).value() + "?stopped";
        return Answer.seeOther(ask.link(path));
    }

    private static AnnouncementId id(Ask ask) {
        return new AnnouncementId(ask.variable("id"));
    }

    private static Progress found(Optional<Progress> progress) {
        return progress.orElseThrow(() -> new Refused.NotFound("announcement"));
    }
}
