package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Review;
import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import dev.allclear.proof.Houses;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `/desk/words`: what the company calls things, and what stays inside. The writing coach goes by it everywhere.
final class WordSettings {

    /// Where these words count.
    private static final Set<String> RULES = Set.of("jargon", "blame", "leaks-internals", "leaks-secrets-pii");

    private final Room room;

    WordSettings(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PAGE);
        return Stream.of(
                Route.get("/desk/words", mayManage, this::show),
                Route.post("/desk/words", mayManage, this::save),
                Route.post("/desk/words/try", mayManage, this::tryOut));
    }

    private Answer show(Ask ask) {
        var lexicon = room.doors()
                .store()
                .reading(tx -> tx.lexicons().of(ask.page().id()).value());
        return page(ask, 200, Form.filled(WordForm.filled(lexicon)));
    }

    private Answer save(Ask ask) {
        try {
            var lexicon = WordForm.read(ask.form());
            room.doors().pages().reword(ask.page().id(), lexicon, version(ask), ask.actor());
            return Answer.seeOther(ask.link("/desk/words?saved"));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid));
        }
    }

    private static long version(Ask ask) {
        try {
            return Long.parseLong(ask.form().get("version"));
        } catch (NumberFormatException notOurs) {
            throw new Refused.ChangedMeanwhile("list of words");
        }
    }

    /// The fragment that the script asks for while somebody types; without a script, the whole screen again.
    private Answer tryOut(Ask ask) {
        if (ask.form().has("do")) {
            return page(ask, 200, Form.filled(ask.form()));
        }
        var tried = room.doors().store().reading(tx -> tried(ask, tx, ask.form()));
        return room.page(200, "console/settings/words-tried.jte", tried);
    }

    private Answer page(Ask ask, int status, Form form) {
        var title = form.hasFaults() ? "Not saved: our own words" : "Our own words";
        var frame = room.frame(ask, Place.SETTINGS, title);
        if (ask.query().has("saved") && !form.hasFaults()) {
            frame = frame.saying("good", "Saved.", "The writing coach knows them from now on.");
        }
        var framed = frame;
        var view = room.doors()
                .store()
                .reading(tx -> new WordsView(
                        framed, form, tx.lexicons().of(ask.page().id()).version(), tried(ask, tx, form.typed())));
        return room.page(status, "console/settings/words.jte", view);
    }

    private static WordsView.Tried tried(Ask ask, Tx tx, Parameters typed) {
        var sample = typed.get("sample");
        if (sample.isBlank()) {
            return WordsView.Tried.NOTHING;
        }
        try {
            var house = Houses.with(tx, ask.page(), WordForm.read(typed));
            var all = Coach.ours()
                    .review(new Manuscript(
                            Manuscript.Channel.STATUS,
                            Manuscript.Phase.IDENTIFIED,
                            Manuscript.Audience.GENERAL,
                            "",
                            sample,
                            Optional.empty(),
                            new Context(house, Context.Times.UNKNOWN, Context.Facts.UNKNOWN, List.of())));
            var found = all.findings().stream()
                    .filter(finding -> RULES.contains(finding.rule()))
                    .toList();
            var coaching = Coaching.of(
                    new Review(found, all.checked(), false),
                    Optional.empty(),
                    List.of(Coaching.Piece.whole("sample", sample)));
            return new WordsView.Tried(
                    coaching,
                    found.isEmpty()
                            ? "Nothing in it that these words would catch."
                            : Words.count(found.size(), "finding", "findings") + " with the words as they stand here");
        } catch (Refused.Invalid unfinished) {
            return new WordsView.Tried(Coaching.SILENT, unfinished.getMessage() == null ? "" : unfinished.getMessage());
        }
    }
}
