package dev.allclear.desk.console.audience;

import dev.allclear.audience.Subscriber;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.language.Languages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The list of subscribers, searched by address, in portions.
record SubscriberList(Room room) {

    private static final int SHOWN = 50;
    private static final int MOST = 10_000_000;

    Answer show(Ask ask) {
        var search = ask.query().get("q").strip();
        var before = before(ask);
        var frame = saying(room.frame(ask, Place.SUBSCRIBERS, "Subscribers"), ask);
        var page = ask.page().id();
        var view = room.doors().store().reading(tx -> {
            var found = tx.subscribers().search(page, search, before, SHOWN + 1);
            var words = new ChoiceWords(tx.catalogues().of(page).value());
            var rows = found.stream().limit(SHOWN).map(one -> row(one, words)).toList();
            var portion = portion(ask, search, before, rows.size(), found.size() > SHOWN);
            return new ListView(frame, search, tx.subscribers().confirmedCount(page), rows, portion);
        });
        return room.page(200, "console/audience/list.jte", view);
    }

    private static int before(Ask ask) {
        try {
            return Math.clamp(Long.parseLong(ask.query().get("before")), 0, MOST);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static Frame saying(Frame frame, Ask ask) {
        if (ask.query().has("asked")) {
            return frame.saying("good", "Asked.", "They hear from you as soon as they follow the link in the mail.");
        }
        if (ask.query().has("added")) {
            return frame.saying("good", "Added.", "That they agreed is recorded under your name.");
        }
        if (ask.query().has("erased")) {
            return frame.saying("good", "Erased.", "Nothing that we knew of this person is left.");
        }
        return frame;
    }

    private static ListView.Row row(Subscriber subscriber, ChoiceWords words) {
        return new ListView.Row(
                subscriber,
                Standings.of(subscriber),
                words.of(subscriber.choice()),
                Languages.phrases(subscriber.language()).get("language.name"));
    }

    private static Portion portion(Ask ask, String search, int before, int shown, boolean more) {
        var path =
                ask.link("/desk/subscribers") + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&before=";
        return new Portion(
                Words.number(before + 1) + " to " + Words.number(before + shown),
                before > 0 ? path + Math.max(0, before - SHOWN) : "",
                more ? path + (before + SHOWN) : "");
    }
}
