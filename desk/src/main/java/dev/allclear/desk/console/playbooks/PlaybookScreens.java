package dev.allclear.desk.console.playbooks;

import dev.allclear.Refused;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.people.Permission;
import dev.allclear.playbook.Edition;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.PlaybookWriter;
import dev.allclear.playbook.Slug;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `/desk/playbooks`: what is prepared for which trouble. Everybody reads them; owners write them.
public final class PlaybookScreens implements Screens {

    private static final String ROOT = "/desk/playbooks";
    private static final String ONE = ROOT + "/{language}/{slug}";

    private final Room room;
    private final Libraries libraries;
    private final EditScreens edit;

    public PlaybookScreens(Room room) {
        this.room = room;
        this.libraries = new Libraries(room);
        this.edit = new EditScreens(room);
    }

    @Override
    public List<Route> routes() {
        var view = Access.signedIn(Permission.VIEW_DESK);
        var write = Access.signedIn(Permission.MANAGE_PAGE);
        return List.of(
                Route.get(ROOT, view, this::list),
                Route.get(ROOT + "/new", write, edit::begin),
                Route.post(ROOT, write, edit::save),
                Route.post(ROOT + "/check", write, edit::check),
                Route.get(ONE, view, this::look),
                Route.get(ONE + "/text", view, this::text),
                Route.get(ONE + "/edit", write, edit::edit),
                Route.post(ONE + "/remove", write, edit::remove),
                Route.post(ONE + "/restore", write, edit::restore));
    }

    private Answer list(Ask ask) {
        var frame = room.frame(ask, Place.PLAYBOOKS, "Playbooks");
        if (ask.query().has("removed")) {
            frame = frame.saying("good", "Taken away.", "Its versions are kept; open its address to bring one back.");
        }
        var framed = frame;
        var library = libraries.of(ask);
        var language = ask.query().filled("language").map(Tongues::named).orElseGet(() -> Libraries.language(ask));
        var query = ask.query().get("q").strip();
        var own = own(ask);
        var rows = library.search(language, query).stream()
                .map(playbook -> row(framed, playbook, own))
                .toList();
        var filters = Languages.ALL.stream()
                .map(one -> new Filter(
                        framed.link(ROOT) + "?language=" + one.tag(),
                        Tongues.name(one),
                        Integer.toString(library.in(one).size()),
                        one.equals(language)))
                .toList();
        var mayEdit = framed.may(Permission.MANAGE_PAGE);
        return room.page(
                200, "console/playbooks/list.jte", new ListView(framed, language.tag(), query, filters, rows, mayEdit));
    }

    private List<Edition> own(Ask ask) {
        return room
                .doors()
                .store()
                .reading(tx -> tx.playbooks().newest(ask.page().id()))
                .stream()
                .filter(edition -> edition.playbook().isPresent())
                .toList();
    }

    private static ListView.Row row(Frame frame, Playbook playbook, List<Edition> own) {
        var source = own.stream()
                .filter(edition -> edition.slug().equals(playbook.slug())
                        && edition.language().equals(playbook.language()))
                .findFirst()
                .map(edition -> "Yours, version " + edition.number())
                .orElse("Ships with Allclear");
        return new ListView.Row(
                frame.link(path(playbook)),
                playbook.name(),
                playbook.whenToUse(),
                playbook.kind() == Playbook.Kind.OUTAGE ? "Outage" : "Planned work",
                playbook.severity().key(),
                source);
    }

    static String path(Playbook playbook) {
        return path(playbook.slug(), playbook.language());
    }

    static String path(Slug slug, Language language) {
        return ROOT + "/" + language.tag() + "/" + slug;
    }

    private Answer look(Ask ask) {
        var slug = slug(ask);
        var language = language(ask);
        var editions = room.doors().playbooks().editions(ask.page().id(), slug, language);
        var shown = ask.query().filled("version").map(PlaybookScreens::number);
        var library = libraries.of(ask);
        var playbook = shown.map(number -> version(editions, number))
                .or(() -> library.find(slug, language))
                .orElseThrow(() -> new Refused.NotFound("playbook"));
        var frame = said(room.frame(ask, Place.PLAYBOOKS, playbook.name()), ask);
        var newest = editions.stream().findFirst();
        var view = new LookView(
                frame,
                path(playbook),
                playbook,
                newest.map(Edition::number).orElse(0L),
                newest.flatMap(Edition::text).isPresent(),
                shown,
                new Samples(room, libraries.at(ask, playbook).known()).of(playbook),
                PlaybookWriter.write(playbook),
                editions.stream()
                        .map(edition -> new LookView.Version(
                                edition.number(),
                                edition.author(),
                                edition.at(),
                                edition.text().isEmpty()))
                        .toList(),
                others(frame, library, playbook),
                frame.may(Permission.MANAGE_PAGE));
        return room.page(200, "console/playbooks/look.jte", view);
    }

    private static Playbook version(List<Edition> editions, long number) {
        return editions.stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .flatMap(Edition::playbook)
                .orElseThrow(() -> new Refused.NotFound("version"));
    }

    private static Frame said(Frame frame, Ask ask) {
        return switch (ask.query().get("done")) {
            case "saved" -> frame.saying("good", "Saved.", "From now on, incidents are told from this version.");
            case "restored" -> frame.saying("good", "Brought back.", "From now on, incidents are told from it.");
            case "removed" -> frame.saying("good", "Taken away.", "What ships with Allclear is back in its place.");
            default -> frame;
        };
    }

    private static List<LookView.Tongue> others(Frame frame, Library library, Playbook playbook) {
        return Languages.ALL.stream()
                .filter(language -> !language.equals(playbook.language()))
                .map(language -> {
                    var exists = library.find(playbook.slug(), language).isPresent();
                    var link = exists
                            ? path(playbook.slug(), language)
                            : ROOT + "/new?translate=" + playbook + "&language=" + language.tag();
                    return new LookView.Tongue(Tongues.name(language), frame.link(link), exists);
                })
                .toList();
    }

    /// As a file, to be kept, compared or carried elsewhere.
    private Answer text(Ask ask) {
        var playbook =
                libraries.of(ask).find(slug(ask), language(ask)).orElseThrow(() -> new Refused.NotFound("playbook"));
        var name = playbook.slug() + "." + playbook.language().tag() + ".md";
        return Answer.of(
                        200,
                        "text/markdown; charset=utf-8",
                        PlaybookWriter.write(playbook).getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    static Slug slug(Ask ask) {
        return Libraries.slug(ask.variable("slug")).orElseThrow(() -> new Refused.NotFound("playbook"));
    }

    static Language language(Ask ask) {
        return Tongues.named(ask.variable("language"));
    }

    static long number(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException notOurs) {
            throw new Refused.NotFound("version");
        }
    }
}
