package dev.allclear.desk.console.playbooks;

import dev.allclear.Refused;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.language.Language;
import dev.allclear.playbook.Edition;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.PlaybookReader;
import dev.allclear.playbook.PlaybookWriter;
import dev.allclear.playbook.Reading;
import dev.allclear.playbook.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes playbooks: new ones, copies, translations, and the company's own version of what ships.
record EditScreens(Room room) {

    private static final String SLUG = "slug";
    private static final String LANGUAGE = "language";
    private static final String TEXT = "text";
    private static final String VERSION = "version";
    private static final String NEW = "new";

    /// `?copy=en/payments` begins with the text of another; `?translate=en/payments&language=de` keeps its name too.
    Answer begin(Ask ask) {
        var translated = ask.query().filled("translate");
        var source = translated.or(() -> ask.query().filled("copy")).map(place -> source(ask, place));
        var fields = new HashMap<String, String>();
        fields.put(NEW, "yes");
        fields.put(VERSION, "0");
        fields.put(
                LANGUAGE,
                ask.query().filled(LANGUAGE).orElse(Libraries.language(ask).tag()));
        fields.put(TEXT, source.map(PlaybookWriter::write).orElse(Blank.TEXT));
        if (translated.isPresent()) {
            var slug = source.orElseThrow().slug();
            fields.put(SLUG, slug.value());
            // What was taken away has versions already; the next one follows them.
            fields.put(VERSION, Long.toString(newest(ask, slug, Tongues.named(fields.get(LANGUAGE)))));
        }
        return page(ask, 200, Form.filled(parameters(fields)));
    }

    /// @param place `en/payments`
    private Playbook source(Ask ask, String place) {
        var parts = place.split("/", 2);
        return Optional.of(parts)
                .filter(both -> both.length == 2)
                .flatMap(both -> Libraries.slug(both[1]))
                .flatMap(slug -> new Libraries(room).of(ask).find(slug, Tongues.named(parts[0])))
                .orElseThrow(() -> new Refused.NotFound("playbook"));
    }

    private long newest(Ask ask, Slug slug, Language language) {
        return room.doors().playbooks().editions(ask.page().id(), slug, language).stream()
                .findFirst()
                .map(Edition::number)
                .orElse(0L);
    }

    Answer edit(Ask ask) {
        var slug = PlaybookScreens.slug(ask);
        var language = PlaybookScreens.language(ask);
        var playbook =
                new Libraries(room).of(ask).find(slug, language).orElseThrow(() -> new Refused.NotFound("playbook"));
        var own = room.doors().playbooks().editions(ask.page().id(), slug, language).stream()
                .findFirst();
        return page(
                ask,
                200,
                Form.filled(parameters(Map.of(
                        SLUG, slug.value(),
                        LANGUAGE, language.tag(),
                        VERSION, Long.toString(own.map(Edition::number).orElse(0L)),
                        TEXT, own.flatMap(Edition::text).orElseGet(() -> PlaybookWriter.write(playbook))))));
    }

    Answer save(Ask ask) {
        var typed = ask.form();
        try {
            var faults = new Faults();
            var slug = faults.read(() -> slug(ask, typed));
            var language = Tongues.named(typed.get(LANGUAGE));
            if (slug.isEmpty()) {
                faults.read(() -> readable(typed));
            }
            faults.refuseIfAny();
            var seen = PlaybookScreens.number(typed.get(VERSION));
            room.doors()
                    .playbooks()
                    .save(ask.page().id(), slug.orElseThrow(), language, typed.get(TEXT), seen, ask.actor());
            return Answer.seeOther(ask.link(PlaybookScreens.path(slug.orElseThrow(), language)) + "?done=saved");
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid));
        } catch (Refused.ChangedMeanwhile changed) {
            var fault = new Refused.Invalid(
                    TEXT, changed.getMessage() + " Open it in another tab to compare; what you typed is still here.");
            return page(ask, 409, Form.refused(typed, fault));
        }
    }

    private Slug slug(Ask ask, Parameters typed) {
        var slug = new Slug(typed.get(SLUG));
        var isTaken = typed.has(NEW)
                && new Libraries(room)
                        .of(ask)
                        .find(slug, Tongues.named(typed.get(LANGUAGE)))
                        .isPresent();
        if (isTaken) {
            throw new Refused.Invalid(SLUG, "There is a playbook of that name in this language already.");
        }
        return slug;
    }

    private static String readable(Parameters typed) {
        var mistakes = check(typed).mistakes();
        if (!mistakes.isEmpty()) {
            throw new Refused.Invalid(TEXT, mistakes.getFirst().toString());
        }
        return typed.get(TEXT);
    }

    /// The fragment that the script asks for while somebody writes.
    Answer check(Ask ask) {
        if (ask.form().has("do")) {
            return page(ask, 200, Form.filled(ask.form()));
        }
        return room.page(200, "console/playbooks/check.jte", checked(ask, ask.form()));
    }

    private CheckView checked(Ask ask, Parameters typed) {
        return switch (read(typed)) {
            case Reading.Understood(var playbook) ->
                new CheckView(
                        List.of(),
                        new Samples(room, new Libraries(room).at(ask, playbook).known()).of(playbook));
            case Reading.Unclear(var mistakes) -> new CheckView(mistakes, List.of());
        };
    }

    private static CheckView check(Parameters typed) {
        return read(typed) instanceof Reading.Unclear(var mistakes)
                ? new CheckView(mistakes, List.of())
                : new CheckView(List.of(), List.of());
    }

    private static Reading read(Parameters typed) {
        var slug = Libraries.slug(typed.get(SLUG)).orElseGet(() -> new Slug("not-named-yet"));
        return PlaybookReader.read(
                slug, Tongues.named(typed.get(LANGUAGE)), typed.get(TEXT).strip());
    }

    Answer remove(Ask ask) {
        var slug = PlaybookScreens.slug(ask);
        var language = PlaybookScreens.language(ask);
        var seen = PlaybookScreens.number(ask.form().get(VERSION));
        room.doors().playbooks().remove(ask.page().id(), slug, language, seen, ask.actor());
        var isBack = new Libraries(room).of(ask).find(slug, language).isPresent();
        return Answer.seeOther(
                isBack
                        ? ask.link(PlaybookScreens.path(slug, language)) + "?done=removed"
                        : ask.link("/desk/playbooks") + "?removed");
    }

    Answer restore(Ask ask) {
        var slug = PlaybookScreens.slug(ask);
        var language = PlaybookScreens.language(ask);
        var number = PlaybookScreens.number(ask.form().get("number"));
        var seen = PlaybookScreens.number(ask.form().get(VERSION));
        room.doors().playbooks().restore(ask.page().id(), slug, language, number, seen, ask.actor());
        return Answer.seeOther(ask.link(PlaybookScreens.path(slug, language)) + "?done=restored");
    }

    private Answer page(Ask ask, int status, Form form) {
        var isNew = form.typed().has(NEW);
        var title = isNew ? "Write a playbook" : "Edit a playbook";
        var frame = room.frame(ask, Place.PLAYBOOKS, form.hasFaults() ? "Not saved: " + title : title);
        var back = isNew ? "/desk/playbooks" : "/desk/playbooks/" + form.value(LANGUAGE) + "/" + form.value(SLUG);
        var view = new EditView(
                frame.forAuthoring(),
                form,
                title,
                isNew,
                frame.link(back),
                Tongues.options(),
                checked(ask, form.typed()));
        return room.page(status, "console/playbooks/edit.jte", view);
    }

    private static Parameters parameters(Map<String, String> fields) {
        var all = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return Parameters.of(all);
    }
}
