package dev.allclear.desk.console.audience;

import dev.allclear.Refused;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.roster.TermsForm;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import dev.allclear.roster.CsvRoster;
import dev.allclear.roster.Fate;
import dev.allclear.roster.ReportWriter;
import dev.allclear.roster.Tally;
import dev.allclear.roster.Terms;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// `/desk/subscribers/import` and `/desk/subscribers/export`: all of them as a file. A file is looked at first and then
/// taken in, by the same form; a long one comes in pieces, which the browser cuts and adds up.
final class RosterScreens {

    private static final String CSV = "text/csv; charset=utf-8";
    private static final int SHOWN = 100;

    private final Room room;

    RosterScreens(Room room) {
        this.room = room;
    }

    List<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_SUBSCRIBERS);
        return List.of(
                Route.get("/desk/subscribers/export", mayManage, this::export),
                Route.get("/desk/subscribers/import", mayManage, this::empty),
                Route.post("/desk/subscribers/import", mayManage, this::take));
    }

    private Answer export(Ask ask) {
        var page = ask.page().id();
        var wanted = SelectionForm.read(ask.query());
        var which = wanted.which(room.doors().audience().lost(page));
        return Answer.poured(
                        CSV,
                        out -> room.doors()
                                .rosters()
                                .write(page, which, text -> out.accept(text.getBytes(StandardCharsets.UTF_8))))
                .with("Content-Disposition", "attachment; filename=\"subscribers.csv\"")
                .with("Cache-Control", "no-store");
    }

    private Answer empty(Ask ask) {
        return page(ask, 200, Form.filled(Parameters.of(Map.of("proof", List.of("file")))), Optional.empty());
    }

    /// `act` says what is wanted: `look` first, then `take`; `report` gives what looking says of each line as a file.
    private Answer take(Ask ask) {
        var typed = ask.form();
        try {
            var text = typed.get("lines");
            if (text.isBlank()) {
                throw new Refused.Invalid("lines", "Choose a file, or paste its lines here.");
            }
            var terms = terms(typed, ask);
            return switch (typed.get("act")) {
                case "take" -> taken(ask, text, terms);
                case "report" -> report(ask, text, terms);
                default -> looked(ask, typed, text, terms);
            };
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid), Optional.empty());
        }
    }

    /// Only what was chosen counts: somebody who tries one way of proof and then another has typed both.
    private static Terms terms(Parameters typed, Ask ask) {
        var fields = new HashMap<>(typed.asMap());
        if (!typed.get("proof").equals("declared")) {
            fields.remove("consent");
            fields.remove("consent_at");
        } else if (typed.filled("consent").isEmpty()) {
            throw new Refused.Invalid("consent", "Say how they agreed.");
        }
        if (!typed.get("proof").equals("ask")) {
            fields.remove("ask");
        } else if (typed.get("act").equals("look")) {
            fields.put("ask", List.of("999999999"));
        }
        return TermsForm.read(Parameters.of(fields), ask.now());
    }

    private Answer looked(Ask ask, Parameters typed, String text, Terms terms) {
        var notes = new ArrayList<Fate>();
        var tally = room.doors().rosters().look(ask.page().id(), lines(text), terms, noting(notes));
        return page(ask, 200, Form.filled(typed), Optional.of(new RosterView.Outcome(false, tally, notes)));
    }

    private Answer taken(Ask ask, String text, Terms terms) {
        var notes = new ArrayList<Fate>();
        var tally = room.doors().rosters().take(ask.page().id(), lines(text), terms, ask.actor(), noting(notes));
        var outcome = new RosterView.Outcome(true, tally, notes);
        return page(ask, 200, Form.filled(Parameters.of(Map.of("proof", List.of("file")))), Optional.of(outcome));
    }

    private static Consumer<Fate> noting(List<Fate> notes) {
        return fate -> {
            if (fate.kind() == Fate.Kind.REFUSED && notes.size() < SHOWN) {
                notes.add(fate);
            }
        };
    }

    /// The browser adds the tallies of the pieces up by the heads that say them.
    private Answer report(Ask ask, String text, Terms terms) {
        var report = new StringBuilder(ReportWriter.head());
        var isReal = ask.form().get("real").equals("yes");
        Consumer<Fate> told = fate -> report.append(ReportWriter.line(fate));
        var page = ask.page().id();
        var tally = isReal
                ? room.doors().rosters().take(page, lines(text), terms, ask.actor(), told)
                : room.doors().rosters().look(page, lines(text), terms, told);
        return Answer.of(200, CSV, report.toString().getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment; filename=\"import-report.csv\"")
                .with("Cache-Control", "no-store")
                .with("X-Tally", counts(tally));
    }

    private static String counts(Tally tally) {
        var counts = new StringBuilder();
        for (var kind : Fate.Kind.values()) {
            counts.append(kind.key()).append('=').append(tally.of(kind)).append(';');
        }
        return counts.toString();
    }

    private static CsvRoster lines(String text) {
        return new CsvRoster(new StringReader(text));
    }

    private Answer page(Ask ask, int status, Form form, Optional<RosterView.Outcome> outcome) {
        var title = form.hasFaults() ? "Not imported" : "Import subscribers";
        var frame = room.frame(ask, Place.SUBSCRIBERS, title);
        var today = LocalDate.ofInstant(ask.now(), ZoneOffset.UTC);
        return room.page(status, "console/audience/import.jte", new RosterView(frame, form, outcome, today.toString()));
    }
}
