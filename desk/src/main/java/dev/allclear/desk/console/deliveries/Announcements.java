package dev.allclear.desk.console.deliveries;

import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;

/// What was announced lately, with how far it has come.
record Announcements(Room room) {

    private static final int SHOWN = 100;

    Answer list(Ask ask) {
        var frame = room.frame(ask, Place.MAILS, "Announcements");
        var page = ask.page().id();
        var view = room.doors()
                .store()
                .reading(tx -> new AnnouncementsView(
                        frame,
                        tx.outbox().recent(page, SHOWN).stream()
                                .map(progress -> new AnnouncementsView.Row(
                                        progress,
                                        Topic.of(progress.announcement().subject(), page, tx)))
                                .toList()));
        return room.page(200, "console/deliveries/announcements.jte", view);
    }
}
