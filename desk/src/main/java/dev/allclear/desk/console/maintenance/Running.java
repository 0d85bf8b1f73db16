package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.Window;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One planned work, and the form by which something is said about it.
final class Running {

    /// Enough to find what was announced about work that goes on.
    private static final int RECENT = 200;

    private final Room room;

    Running(Room room) {
        this.room = room;
    }

    Answer show(Ask ask) {
        // A banner that asks for one step leads to it.
        var step = ask.query().filled("step").map(one -> Map.of("step", List.of(one)));
        return page(ask, 200, step.map(Parameters::of).map(Form::filled).orElse(Form.EMPTY));
    }

    Answer say(Ask ask) {
        var typed = ask.form();
        if (!typed.get("do").equals("publish")) {
            return page(ask, 200, Form.filled(typed));
        }
        var work = room.doors().store().reading(tx -> found(tx, ask));
        try {
            var step = step(typed, work);
            var word = Word.read(typed, step, work.window(), ask.page().zone());
            var path = new Once(room.doors().store()).carriedOut(ask, _ -> {
                var _ = step.take(room.doors().maintenances(), ask.page().id(), work.id(), word, ask.actor());
                return "/desk/maintenance/" + work.id().value()
                        + (step == Step.CANCEL && word.all() ? "?cancelled" : "?said");
            });
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid));
        }
    }

    private static Step step(Parameters typed, Maintenance work) {
        return Step.of(work).stream()
                .filter(step -> step.key().equals(typed.get("step")))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("step", "Say what it is."));
    }

    static Maintenance found(Tx tx, Ask ask) {
        return stored(tx, ask).value();
    }

    static Stored<Maintenance> stored(Tx tx, Ask ask) {
        return tx.maintenances()
                .find(ask.page().id(), new MaintenanceId(ask.variable("id")))
                .orElseThrow(() -> new Refused.NotFound("maintenance"));
    }

    /// The pane that desk.js refreshes while somebody types.
    Answer preview(Ask ask) {
        var frame = room.frame(ask, Place.MAINTENANCE, "Preview");
        var preview = room.doors().store().reading(tx -> preview(tx, ask, frame, ask.form(), found(tx, ask)));
        return room.page(200, "console/maintenance/preview.jte", preview);
    }

    private Preview preview(Tx tx, Ask ask, Frame frame, Parameters typed, Maintenance work) {
        var step = Step.of(work).stream()
                .filter(one -> one.key().equals(typed.get("step")))
                .findFirst()
                .or(() -> Step.of(work).stream().findFirst())
                .orElseThrow(() -> new Refused.Conflict("This work is over."));
        var proposal = Proposal.read(frame, typed, work, step);
        var ahead = step == Step.CANCEL && typed.get(Word.WHICH).equals(Word.ALL)
                ? Series.of(tx, ask.page().id(), work).map(Series::ahead).orElse(List.of())
                : List.<Window>of();
        var times = Words.count(ahead.size(), "time", "times");
        var preview = proposal.preview(
                tx,
                tx.catalogues().of(ask.page().id()).value(),
                room.markdown(),
                step.label(),
                ahead.isEmpty() ? proposal.publishing(tx) : proposal.reach(tx).after("Cancel " + times),
                step.phase());
        return preview.listing(Dates.of(times + " that will not take place", ahead));
    }

    private Answer page(Ask ask, int status, Form form) {
        var work = room.doors().store().reading(tx -> found(tx, ask));
        var frame =
                room.frame(ask, Place.MAINTENANCE, form.hasFaults() ? "Not published: " + work.title() : work.title());
        var mayPublish = frame.mayPublish() && !Step.of(work).isEmpty();
        var series = room.doors().store().reading(tx -> Series.of(tx, ask.page().id(), work));
        if (!ask.changes()) {
            frame = confirmed(frame, ask.query(), series);
        }
        var around = mayPublish ? frame.forAuthoring() : frame;
        var view = room.doors().store().reading(tx -> {
            var catalogue = tx.catalogues().of(ask.page().id()).value();
            var recent = tx.outbox().recent(ask.page().id(), RECENT);
            var filled = series.isPresent() ? chosen(filled(form, work, ask.now())) : filled(form, work, ask.now());
            return new WorkView(
                    around,
                    work,
                    filled,
                    form.typed()
                            .filled(Once.FORM_ID)
                            .orElseGet(() -> room.entropy().id()),
                    String.join(" · ", new AreaNames(catalogue).of(work.areas())),
                    mayPublish ? steps(work) : List.of(),
                    mayPublish ? Optional.of(preview(tx, ask, around, filled.typed(), work)) : Optional.empty(),
                    mayPublish && !work.isOver(),
                    Proposal.follows(tx, around, work),
                    work.notices().reversed().stream()
                            .map(notice -> said(notice, recent))
                            .toList(),
                    series);
        });
        return room.page(status, "console/maintenance/work.jte", view);
    }

    private static Frame confirmed(Frame frame, Parameters query, Optional<Series> series) {
        if (query.has("announced")) {
            return frame.saying(
                    "good",
                    "Announced.",
                    series.map(all -> "All " + all.all().size() + " times stand on the page. One mail tells of them.")
                            .orElse("It stands on the page, and the mails are on their way."));
        }
        if (query.has("said")) {
            return frame.saying("good", "Published.", "It stands on the page, and the mails are on their way.");
        }
        if (query.has("cancelled")) {
            return frame.saying(
                    "good",
                    Words.count(series.map(Series::cancelled).orElse(1L), "time", "times") + " cancelled.",
                    "The page says so, and one mail tells of all of them.");
        }
        return query.has("changed")
                ? frame.saying("good", "Changed.", "The page shows it within a second. Nobody was mailed.")
                : frame;
    }

    /// Of a series one is cancelled, unless somebody says all.
    private static Form chosen(Form form) {
        if (form.typed().has(Word.WHICH)) {
            return form;
        }
        var fields = new HashMap<>(form.typed().asMap());
        fields.put(Word.WHICH, List.of(Word.THIS));
        return new Form(Parameters.of(fields), form.faults());
    }

    /// With the likeliest step chosen, where nobody has chosen yet.
    private static Form filled(Form form, Maintenance work, Instant now) {
        var isChosen = Step.of(work).stream().anyMatch(step -> step.key().equals(form.value("step")));
        return isChosen || form.hasFaults()
                ? form
                : Step.likeliest(work, now)
                        .map(step -> Form.filled(Parameters.of(Map.of("step", List.of(step.key())))))
                        .orElse(form);
    }

    private static List<Option> steps(Maintenance work) {
        return Step.of(work).stream().map(Step::option).toList();
    }

    private WorkView.Said said(Notice notice, List<Progress> recent) {
        var announcement = recent.stream()
                .filter(progress -> progress.announcement().subject() instanceof Subject.OfMaintenance(var _, var id)
                        && id.equals(notice.id()))
                .map(progress -> progress.announcement().id().value())
                .findFirst();
        return new WorkView.Said(
                label(notice.kind()),
                notice.at(),
                notice.author(),
                room.markdown().html(words(notice)),
                announcement);
    }

    private static String words(Notice notice) {
        return notice.isAutomatic()
                ? Languages.phrases(Language.ENGLISH)
                        .get("notice." + notice.kind().key() + ".by-itself")
                : notice.text();
    }

    private static String label(Notice.Kind kind) {
        return switch (kind) {
            case ANNOUNCED -> "Announced";
            case REMINDER -> "Reminded";
            case MOVED -> "Moved";
            case CHECK_IN -> "Half time";
            case EXTENDED -> "Extended";
            case THANKS -> "Thanked";
            case STARTED -> "Started";
            case PROGRESS -> "How it goes";
            case COMPLETED -> "Completed";
            case CANCELLED -> "Cancelled";
            case BECAME_INCIDENT -> "Became an incident";
            case REVISED -> "Details changed";
        };
    }
}
