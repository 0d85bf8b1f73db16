package dev.allclear.desk.console.rehearsals;

import dev.allclear.Refused;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.playbooks.Libraries;
import dev.allclear.desk.console.playbooks.Prompt;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Stage;
import dev.allclear.people.Permission;
import dev.allclear.playbook.Occasion;
import dev.allclear.rehearsal.Line;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.rehearsal.RehearsalId;
import dev.allclear.status.Board;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The stage of a rehearsal that goes on: what happens, the form of the next message, and the sink.
record Stages(Room room) {

    private Rehearsal find(Ask ask) {
        return room.doors().rehearsals().find(ask.page().id(), new RehearsalId(ask.variable("id")));
    }

    private LineForm form(Ask ask, Rehearsal rehearsal) {
        var libraries = new Libraries(room);
        var playbook = libraries
                .of(ask)
                .nearest(rehearsal.playbook(), rehearsal.language())
                .orElseThrow(() ->
                        new Refused.Conflict("The playbook of this rehearsal is gone. End it, and start another."));
        var prompter = libraries.at(ask, playbook);
        return new LineForm(
                rehearsal,
                rehearsal.lines().isEmpty() ? prompter : prompter.asideOfFacts(),
                room.doors().rehearsals().policy(ask.page().id()),
                rehearsal.played(ask.now()));
    }

    Answer show(Ask ask, Rehearsal rehearsal) {
        var form = form(ask, rehearsal);
        var fields = new HashMap<String, List<String>>();
        form.beginning().forEach((name, value) -> fields.put(name, List.of(value)));
        var typed = Parameters.of(fields);
        return show(ask, 200, rehearsal, Form.filled(form.isFirst() ? worded(form, typed) : typed));
    }

    /// With the playbook's words for a first message in it.
    private static Parameters worded(LineForm form, Parameters typed) {
        var fields = new HashMap<>(typed.asMap());
        words(form, typed).forEach((name, said) -> {
            fields.put(name, List.of(said));
            fields.put("filled-" + name, List.of(said));
        });
        return Parameters.of(fields);
    }

    private static Map<String, String> words(LineForm form, Parameters typed) {
        return form.prompter().words(form.occasion(typed), form.values(typed));
    }

    private Answer show(Ask ask, int status, Rehearsal rehearsal, Form filled) {
        var form = form(ask, rehearsal);
        var typed = filled.typed();
        var frame = room.frame(ask, Place.REHEARSALS, "Rehearsal").forAuthoring();
        var catalogue = form.prompter().known().catalogue();
        var picker = Picker.of(catalogue, Board.at(catalogue, List.of(), ask.now()), typed, Set.of())
                .likelyFirst(form.prompter().playbook()::concerns);
        var cadence = form.policy()
                .of(form.prompter().playbook().severity())
                .cadence()
                .of(Stage.INVESTIGATING);
        var view = new StageView(
                frame,
                RehearsalScreens.path(rehearsal),
                rehearsal,
                form.prompter().playbook().name(),
                form.played(),
                due(rehearsal),
                filled,
                picker,
                prompts(form),
                LineForm.waits(cadence).stream()
                        .map(minutes -> Option.of(Long.toString(minutes), minutes + " min"))
                        .toList(),
                words(form, typed).getOrDefault("text", ""),
                form.prompter().lacks(form.occasion(typed), form.values(typed)),
                Turns.of(rehearsal, form.prompter().playbook(), form.policy(), frame.watch(), form.played()),
                new Sinks(room).of(ask, rehearsal, room.doors().rehearsals().score(rehearsal)),
                frame.may(Permission.DRAFT));
        return room.page(status, "console/rehearsals/stage.jte", view);
    }

    /// `15:04`
    private static String due(Rehearsal rehearsal) {
        return rehearsal.lines().stream()
                .reduce((_, last) -> last)
                .flatMap(Line::due)
                .map(due -> Duration.between(rehearsal.startedAt(), due).toSeconds())
                .map(seconds -> String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60))
                .orElse("");
    }

    private static List<Prompt> prompts(LineForm form) {
        if (form.isFirst()) {
            return form.prompter().prompts(Occasion.INVESTIGATING);
        }
        var known = form.values(Parameters.NONE);
        var seen = new HashMap<String, Prompt>();
        for (var occasion : List.of(Occasion.IDENTIFIED, Occasion.MONITORING)) {
            form.prompter().open(occasion, known).forEach(prompt -> seen.putIfAbsent(prompt.field(), prompt));
        }
        return seen.values().stream()
                .sorted(Comparator.comparing(Prompt::field))
                .toList();
    }

    Answer preview(Ask ask) {
        var rehearsal = find(ask);
        var form = form(ask, rehearsal);
        var typed = ask.form();
        if (typed.has("do")) {
            return show(ask, 200, rehearsal, Form.filled(pressed(form, typed)));
        }
        var values = form.values(typed);
        var words = form.prompter().words(form.occasion(typed), values);
        var slots = new HashMap<String, String>();
        slots.put("offer-words", words.getOrDefault("text", ""));
        form.prompter().lacks(form.occasion(typed), values).forEach((field, lack) -> slots.put("lack-" + field, lack));
        var fragment = new Fragment(slots, form.isFirst() ? words : Map.of());
        return room.page(200, "console/rehearsals/fragment.jte", fragment);
    }

    /// Without a script: a ready answer, or the playbook's words into an empty text.
    private static Parameters pressed(LineForm form, Parameters typed) {
        var fields = new HashMap<>(typed.asMap());
        var pressed = typed.get("do").split(" ", 3);
        if (pressed.length == 3 && pressed[0].equals("fill")) {
            fields.put(pressed[1], List.of(pressed[2]));
            return form.isFirst() ? worded(form, Parameters.of(fields)) : Parameters.of(fields);
        }
        if (pressed[0].equals("words") && typed.get("text").isBlank()) {
            fields.put("text", List.of(words(form, typed).getOrDefault("text", "")));
        }
        return Parameters.of(fields);
    }

    Answer say(Ask ask) {
        var rehearsal = find(ask);
        var form = form(ask, rehearsal);
        var typed = ask.form();
        try {
            var line = form.line(typed, words(form, typed), ask.actor().name());
            room.doors().rehearsals().say(ask.page().id(), rehearsal.id(), line);
            return Answer.seeOther(ask.link(RehearsalScreens.path(rehearsal)));
        } catch (Refused.Invalid invalid) {
            return show(ask, 422, rehearsal, Form.refused(typed, invalid));
        }
    }

    /// The fragment that the script asks for while the outage goes on.
    Answer turns(Ask ask) {
        var rehearsal = find(ask);
        var form = form(ask, rehearsal);
        var watch = room.frame(ask, Place.REHEARSALS, "Rehearsal").watch();
        var turns = Turns.of(rehearsal, form.prompter().playbook(), form.policy(), watch, form.played());
        return room.page(
                200, "console/rehearsals/turns.jte", new TurnsView(watch, turns, rehearsal.isRunning(ask.now())));
    }
}
