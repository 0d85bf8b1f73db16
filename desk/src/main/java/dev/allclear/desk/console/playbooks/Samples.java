package dev.allclear.desk.console.playbooks;

import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.language.Language;
import dev.allclear.maintenance.Window;
import dev.allclear.playbook.Known;
import dev.allclear.playbook.Message;
import dev.allclear.playbook.Occasion;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.Question;
import dev.allclear.playbook.Rendering;
import dev.allclear.playbook.Values;
import dev.allclear.playbook.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Shows what a playbook says on each occasion, with values made up for it.
record Samples(Room room, Known known) {

    private static final Duration PROMISE = Duration.ofMinutes(30);
    private static final Duration OUTAGE = Duration.ofMinutes(132);
    private static final Map<Variable, String> GERMAN = Map.ofEntries(
            Map.entry(Variable.COMPONENTS, "Kasse und Katalog"),
            Map.entry(Variable.REGIONS, "Europa"),
            Map.entry(Variable.IMPACT, "Berichte lassen sich nicht öffnen"),
            Map.entry(Variable.SCOPE, "Alle, die Berichte nutzen"),
            Map.entry(Variable.WORKAROUND, "Bis dahin hilft die Ausfuhr als Tabelle"),
            Map.entry(Variable.DOING, "Wir erproben einen Weg um den Fehler herum"),
            Map.entry(Variable.CAUSE, "Ein Sicherheitszertifikat war abgelaufen"),
            Map.entry(Variable.WORKS_AGAIN, "Berichte lassen sich wieder öffnen"),
            Map.entry(Variable.FIX, "Wir haben das Zertifikat erneuert"),
            Map.entry(Variable.LEFTOVERS, "Was in dieser Zeit abbrach, bitte noch einmal anstoßen"),
            Map.entry(Variable.NEXT_STEP, "Unser Bericht folgt am 16. März"),
            Map.entry(Variable.EFFECT, "8 % der Bestellungen dieses Tages kamen nicht zustande"),
            Map.entry(Variable.PREVENTION, "Bis 10. April erneuern sich alle Zertifikate von selbst"),
            Map.entry(Variable.REASON, "Wir ziehen in einen größeren Speicher um"),
            Map.entry(Variable.STAYS_UP, "Das Kundenportal bleibt erreichbar"),
            Map.entry(Variable.ACTION, "Bitte speichern Sie vorher offene Entwürfe"),
            Map.entry(Variable.DELAY_REASON, "Das Kopieren dauert länger als bei der Probe"));

    List<Said> of(Playbook playbook) {
        var values = values(playbook);
        return Occasion.of(playbook.kind()).stream()
                .map(occasion -> said(occasion, playbook.fill(occasion, values)))
                .toList();
    }

    private Said said(Occasion occasion, Rendering<Message> rendering) {
        return switch (rendering) {
            case Rendering.Filled<Message>(var message) ->
                new Said(occasion.heading(), message.title(), SafeHtml.of(room.markdown(), message.body()));
            case Rendering.Missing<Message>(var variables) ->
                throw new IllegalStateException("no sample for " + variables);
        };
    }

    private Values values(Playbook playbook) {
        var since = known.now().minus(OUTAGE);
        var start = known.now().plus(Duration.ofDays(7));
        var values = known.of(playbook, Set.of(), since)
                .lasted(since, known.now())
                .window(new Window(start, start.plus(Duration.ofHours(2))))
                .moment(Variable.NEXT_UPDATE, known.now().plus(PROMISE))
                .moment(Variable.FORMER_END, start.plus(Duration.ofHours(1)));
        for (var variable : Variable.values()) {
            values = switch (variable) {
                // What is known and what is not never stand side by side.
                case SUSPECTED_CAUSE, BRAND, PRODUCT, STATUS_URL, CONTACT -> values;
                case COMPONENTS, REGIONS -> values.names(variable, List.of(other(playbook, variable)));
                default ->
                    switch (variable.shape()) {
                        case NAME, PROSE -> values.text(variable, sample(playbook, variable));
                        case NAMES, MOMENT, LENGTH, WINDOW -> values;
                    };
            };
        }
        return values;
    }

    /// The first answer made ready; where there is none, the name of what would stand there.
    private static String sample(Playbook playbook, Variable variable) {
        if (variable == Variable.WORKS_AGAIN) {
            return playbook.worksAgain(sample(playbook, Variable.IMPACT)).orElseGet(() -> other(playbook, variable));
        }
        return playbook.question(variable).stream()
                .flatMap(question -> question.choices().stream())
                .map(Question.Choice::text)
                .findFirst()
                .orElseGet(() -> other(playbook, variable));
    }

    private static String other(Playbook playbook, Variable variable) {
        if (playbook.language().equals(Language.ENGLISH)) {
            return variable.example();
        }
        var german = playbook.language().tag().equals("de") ? GERMAN.get(variable) : null;
        return german == null ? "‹" + variable.key() + "›" : german;
    }
}
