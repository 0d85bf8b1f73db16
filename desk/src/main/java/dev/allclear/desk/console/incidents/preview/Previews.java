package dev.allclear.desk.console.incidents.preview;

import dev.allclear.Objection;
import dev.allclear.audience.Choice;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.incidents.form.AudienceFields;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.page.Page;
import dev.allclear.policy.Approval;
import dev.allclear.proof.Proof;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Cause;
import dev.allclear.status.Component;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import dev.allclear.transaction.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows what is being written as customers will see it.
public record Previews(Room room) {

    private static final int NAMED = 2;

    /// @param typed the whole form
    public Preview of(Ask ask, Tx tx, Saying saying, Parameters typed, Map<String, String> suggestions) {
        var shapes = new ShapePreviews(room).of(ask, tx, saying, typed);
        var mail = shapes.under("mail").stream().filter(ShapeView::isOwn).findFirst();
        var page = ask.page();
        var catalogue = tx.catalogues().of(page.id()).value();
        var board = board(tx, ask, catalogue, saying);
        var proof = Proof.read(tx, page, saying.copy(Upcoming.begun(ask, typed)), ask.now());
        var objections = saying.text().isBlank()
                ? List.<Objection>of()
                : Stream.concat(proof.objections().stream(), shapes.objections().stream())
                        .toList();
        var needsApproval = saying.approval(room.policy(ask)) == Approval.SECOND_PERSON;
        var title = saying.title().isBlank() ? "(no title yet)" : saying.title();
        var touched = new HashSet<>(saying.areas().keySet());
        saying.incident().ifPresent(incident -> touched.addAll(incident.everAffected()));
        var reach = Reach.of(
                tx,
                page.id(),
                Choice.Kind.INCIDENTS,
                touched,
                saying.incident().map(incident -> incident.id().value()),
                room.policy(ask).of(saying.severity()).audience());
        return new Preview(
                new Watch(page.zone(), ask.now()),
                board.overall(),
                banner(board, catalogue),
                title,
                new AreaNames(catalogue).of(shown(saying)),
                saying.label(),
                !saying.text().isBlank(),
                SafeHtml.of(room.markdown(), saying.text()),
                saying.due(),
                page.name(),
                mail.map(ShapeView::headline).orElseGet(() -> subject(page, title)),
                room.markdown()
                        .text(mail.map(own -> String.join("\n", own.lines())).orElse(saying.text()))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                room.links().base(page, ask.isDefaultPage()).toString().replaceFirst("^https?://", ""),
                new Letting(
                        reach.after(saying.action()),
                        objections,
                        needsApproval,
                        Optional.of(reach),
                        AudienceFields.shown(reach, typed)),
                suggestions,
                Map.of(),
                shapes,
                List.of(),
                coaching(saying, proof));
    }

    private static Coaching coaching(Saying saying, Proof proof) {
        return saying.text().isBlank()
                ? Coaching.SILENT
                : Coaching.of(
                        proof.review(),
                        saying.incident().isEmpty() ? Optional.of("title") : Optional.empty(),
                        List.of(Coaching.Piece.whole("text", saying.text())));
    }

    static String subject(Page page, String title) {
        return Languages.phrases(page.language()).get("mail.subject", "page", page.name(), "title", title);
    }

    /// Everything as it will be: what this incident said before no longer counts.
    private static Board board(Tx tx, Ask ask, Catalogue catalogue, Saying saying) {
        var now = ask.now();
        var own = saying.incident()
                .map(Incident::id)
                .map(id -> Cause.incident(id.value()))
                .orElse(Cause.incident("new"));
        var others = tx.states().since(ask.page().id(), now).stream()
                .filter(change -> !change.cause().equals(own));
        var next = saying.areas().entrySet().stream()
                .map(entry -> new StateChange(entry.getKey(), own, entry.getValue(), now));
        return Board.at(catalogue, Stream.concat(others, next).toList(), now);
    }

    /// The page's own sentence, in English.
    private static String banner(Board board, Catalogue catalogue) {
        var phrases = Languages.phrases(Language.ENGLISH);
        var overall = board.overall();
        if (overall == State.OPERATIONAL) {
            return phrases.get("page.good");
        }
        var worst = catalogue
                .active()
                .filter(one -> board.of(one) == overall)
                .map(Component::name)
                .toList();
        return phrases.get("page.sentence." + overall.key(), "what", what(worst, phrases));
    }

    /// Joined as the page does it: `A, B and 3 more components`.
    private static String what(List<String> names, Phrases phrases) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        var isLong = names.size() > NAMED + 1;
        var last = isLong ? phrases.count("page.more-components", names.size() - (long) NAMED) : names.getLast();
        var first = names.subList(0, isLong ? NAMED : names.size() - 1);
        return phrases.get("page.list-and", "first", String.join(", ", first), "last", last);
    }

    /// What is hit, and what no longer is.
    private static Map<Area, State> shown(Saying saying) {
        var shown = new HashMap<Area, State>();
        saying.incident()
                .map(Incident::areas)
                .orElse(Map.of())
                .keySet()
                .forEach(area -> shown.put(area, State.OPERATIONAL));
        shown.putAll(saying.areas());
        return shown;
    }
}
