package dev.allclear.desk.console.audience;

import dev.allclear.audience.Listed;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Tag;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.language.Languages;
import dev.allclear.status.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of subscribers, narrowed by where they stand and what they chose, in portions.
record SubscriberList(Room room, Counts counts) {

    private static final int SHOWN = 50;
    private static final int COUNTED = 10_000;

    Answer show(Ask ask) {
        var wanted = SelectionForm.read(ask.query());
        var frame = saying(room.frame(ask, Place.SUBSCRIBERS, "Subscribers"), ask);
        var page = ask.page().id();
        var lost = counts.lost(ask);
        var which = wanted.which(lost);
        var after = ask.query().filled("after");
        var found = room.doors().audience().list(page, which, after, SHOWN);
        var view = room.doors().store().reading(tx -> {
            var catalogue = tx.catalogues().of(page).value();
            var words = new ChoiceWords(catalogue);
            return new ListView(
                    frame,
                    wanted,
                    counts.confirmed(ask),
                    found(ask, which, after, found),
                    lost.people(),
                    found.subscribers().stream()
                            .map(one -> row(ask, one, words))
                            .toList(),
                    standings(ask, wanted),
                    selects(
                            catalogue,
                            tx.subscribers().tags(page).stream().sorted().toList()),
                    found.next().map(next -> wanted.link(ask) + "&after=" + SelectionForm.encoded(next)));
        });
        return room.page(200, "console/audience/list.jte", view);
    }

    /// How many there are in words; not counted further than a person would read.
    private String found(Ask ask, Selection which, Optional<String> after, Listed found) {
        if (which.isAll()) {
            return "";
        }
        var count = after.isEmpty() && found.next().isEmpty()
                ? found.subscribers().size()
                : room.doors().audience().count(ask.page().id(), which, COUNTED + 1);
        return count > COUNTED
                ? "More than " + Words.count(COUNTED, "subscriber", "subscribers")
                : Words.count(count, "subscriber", "subscribers");
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
        if (ask.query().has("changed")) {
            return frame.saying("good", "Done.", "It holds from the next mail on.");
        }
        return frame;
    }

    private static ListView.Row row(Ask ask, Subscriber subscriber, ChoiceWords words) {
        return new ListView.Row(
                subscriber,
                Standings.of(subscriber, ask.now()),
                words.of(subscriber.choice()),
                subscriber.tags().stream().sorted().map(Tag::word).toList(),
                Languages.phrases(subscriber.language()).get("language.name"));
    }

    private static List<Filter> standings(Ask ask, SelectionForm wanted) {
        return Stream.of(
                        Option.of("", "All"),
                        Option.of("confirmed", "Confirmed"),
                        Option.of("paused", "Paused"),
                        Option.of("pending", "Not confirmed"),
                        Option.of("left", "Left"))
                .map(one -> new Filter(
                        wanted.standing(one.value()).link(ask),
                        one.label(),
                        "",
                        one.value().equals(wanted.standing())))
                .toList();
    }

    private static ListView.Selects selects(Catalogue catalogue, List<Tag> tags) {
        var parts = new ArrayList<Option>();
        catalogue
                .groups()
                .forEach(group -> parts.add(Option.of("group." + group.id().value(), "All " + group.name())));
        catalogue
                .components()
                .forEach(one -> parts.add(Option.of("component." + one.id().value(), one.name())));
        return new ListView.Selects(
                tags.stream().map(tag -> Option.of(tag.word(), tag.word())).toList(),
                parts,
                Languages.ALL.stream()
                        .map(one -> Option.of(one.tag(), Languages.phrases(one).get("language.name")))
                        .toList());
    }

    /// The form that narrows the list, as it was sent.
    static Form form(SelectionForm wanted) {
        return Form.filled(wanted.filled());
    }
}
