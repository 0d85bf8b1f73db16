package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.web.Ask;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.operation.PlaybookDesk;
import dev.allclear.playbook.Known;
import dev.allclear.playbook.Message;
import dev.allclear.playbook.Occasion;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.Rendering;
import dev.allclear.playbook.Slug;
import dev.allclear.playbook.Variable;
import dev.allclear.status.Area;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Writes title and text of a declaration from the playbook that it names, where they were not sent along.
record Foretold(Store store, PlaybookDesk playbooks, Permalinks permalinks) {

    /// @return empty where none is named, or it is wrong, which is noted
    Optional<Playbook> read(Ask ask, Fields fields) {
        return fields.maybe("playbook", name -> fields.line(name, 60)).flatMap(named -> {
            var language = Languages.speaks(ask.page().language()) ? ask.page().language() : Language.ENGLISH;
            var found = slug(named)
                    .flatMap(slug -> playbooks.library(ask.page().id()).nearest(slug, language))
                    .filter(playbook -> playbook.kind() == Playbook.Kind.OUTAGE);
            return found.isPresent()
                    ? found
                    : fields.wrong("playbook", "There is no playbook of this name for an outage.");
        });
    }

    private static Optional<Slug> slug(String named) {
        try {
            return Optional.of(new Slug(named));
        } catch (Refused.Invalid noName) {
            return Optional.empty();
        }
    }

    /// @return empty where something is missing for it, which is noted beside its field
    Optional<Message> message(
            Ask ask,
            Fields fields,
            Playbook playbook,
            Severity severity,
            Stage stage,
            Facts facts,
            Set<Area> areas,
            Instant since,
            Optional<Instant> due) {
        var state = store.reading(tx -> tx.catalogues().of(ask.page().id()).value());
        var policy = store.reading(tx -> tx.policies().of(ask.page().id()).value());
        var known = new Known(ask.page(), permalinks.base(ask.page(), ask.isDefaultPage()), state, ask.now());
        var values = known.of(playbook, areas, since)
                .moment(Variable.NEXT_UPDATE, due.orElseGet(() -> policy.nextUpdateDue(severity, stage, ask.now())))
                .facts(facts);
        return switch (playbook.word(Occasion.of(stage), values)) {
            case Rendering.Filled<Message>(var message) -> Optional.of(message);
            case Rendering.Missing<Message>(var variables) -> {
                variables.stream()
                        .sorted()
                        .forEach(variable ->
                                fields.wrong(field(variable), "The playbook needs this: " + variable.meaning() + "."));
                yield Optional.empty();
            }
        };
    }

    private static String field(Variable variable) {
        return switch (variable) {
            case COMPONENTS, REGIONS -> "areas";
            case IMPACT, SCOPE, DOING, FIX, WORKAROUND, CAUSE -> variable.key();
            case SUSPECTED_CAUSE -> "cause";
            default -> "text";
        };
    }
}
