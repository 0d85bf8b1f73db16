package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Review;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.maintenance.Foresight.Warning;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Window;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.policy.Audience;
import dev.allclear.proof.WorkProof;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Markdown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A form about planned work in any state of completion, read as far as it can be.
///
/// @param work what the form is about; empty for new work
/// @param step what is being said of it; empty for new work, and for other details
record Proposal(
        Frame frame,
        Parameters typed,
        Optional<Maintenance> work,
        Optional<Step> step,
        Optional<Instant> start,
        Optional<Instant> end,
        Map<Area, State> expected,
        Details details) {

    static Proposal read(Frame frame, Parameters typed, Catalogue catalogue) {
        var zone = frame.page().zone();
        return new Proposal(
                frame,
                typed,
                Optional.empty(),
                Optional.empty(),
                tried(() -> TypedTimes.read(typed, "start", zone)),
                tried(() -> TypedTimes.read(typed, "end", zone)),
                tried(() -> Optional.of(ExpectedFields.read(typed, catalogue))).orElse(Map.of()),
                DetailFields.read(typed, new Faults()));
    }

    /// For work that was announced: what can't be read is as it was.
    static Proposal read(Frame frame, Parameters typed, Maintenance work, Step step) {
        var zone = frame.page().zone();
        var start = step == Step.MOVE
                ? tried(() -> TypedTimes.read(typed, "start", zone))
                : Optional.of(work.window().start());
        var end = step.moves()
                ? tried(() -> TypedTimes.read(typed, "end", zone))
                : Optional.of(work.window().end());
        return new Proposal(
                frame, typed, Optional.of(work), Optional.of(step), start, end, work.expected(), work.details());
    }

    /// Other details and states; the time stays.
    Proposal about(Maintenance changed) {
        var window = changed.window();
        return new Proposal(
                frame,
                typed,
                Optional.of(changed),
                Optional.empty(),
                Optional.of(window.start()),
                Optional.of(window.end()),
                expected,
                details);
    }

    Optional<Window> window() {
        return start.flatMap(from -> end.filter(from::isBefore).map(to -> new Window(from, to)));
    }

    Preview preview(Tx tx, Catalogue catalogue, Markdown markdown, String heading, String publish, Phase phase) {
        var faults = new Faults();
        var survey = survey(tx);
        var looks = survey.looks(windows(faults));
        var foresight = foresight(tx, survey, looks);
        return new Preview(
                frame,
                typed.filled("title")
                        .map(String::strip)
                        .or(() -> work.map(Maintenance::title))
                        .orElse("What is planned"),
                heading,
                start.filter(_ -> tellsTime()),
                end.filter(_ -> tellsTime()),
                isEnding() ? List.of() : new AreaNames(catalogue).of(expected),
                SafeHtml.of(markdown, typed.get("text")),
                isEnding() ? List.of() : Preview.facts(frame, details, markdown),
                isEnding() ? List.of() : details.links(),
                Preview.linksLabel(frame),
                details.emergency().isPresent(),
                publish,
                coaching(tx, phase),
                faults.first()
                        .map(fault -> foresight.warning(new Warning("error", "More than once: " + fault.message())))
                        .orElse(foresight),
                Dates.of(looks),
                work.isEmpty() ? Rhythm.options(typed) : List.of());
    }

    private boolean tellsTime() {
        return step.map(Step::moves).orElse(true);
    }

    /// Whether nothing follows.
    private boolean isEnding() {
        return step.filter(Step::ends).isPresent();
    }

    /// Whether a time is proposed that nobody has agreed to yet.
    private boolean plans() {
        return work.isEmpty() || step.filter(Step::moves).isPresent();
    }

    String announcing(Tx tx) {
        var times = windows(new Faults()).size();
        return reach(tx).after(times > 1 ? "Announce work at " + times + " times" : "Announce");
    }

    String publishing(Tx tx) {
        return reach(tx).after("Publish");
    }

    Reach reach(Tx tx) {
        return Reach.of(
                tx,
                frame.page().id(),
                Choice.Kind.MAINTENANCE,
                expected.keySet(),
                work.map(it -> it.id().value()),
                Audience.FOLLOWERS);
    }

    /// Advice, and no more.
    private Coaching coaching(Tx tx, Phase phase) {
        if (typed.get("text").isBlank()) {
            return Coaching.SILENT;
        }
        var moved = work.map(Maintenance::window)
                .filter(before -> !Optional.of(before).equals(window()));
        var isNew = work.isEmpty() || typed.has("title");
        var proof = WorkProof.read(
                tx,
                frame.page(),
                new WorkProof.Draft(
                        phase,
                        typed.filled("title")
                                .or(() -> work.map(Maintenance::title))
                                .orElse(""),
                        typed.get("text"),
                        details,
                        isNew,
                        window(),
                        moved,
                        policy(tx).leastNotice()),
                frame.watch().now());
        return Coaching.of(
                unsaid(proof.review()),
                Optional.of("title").filter(_ -> isNew),
                proof.pieces().stream()
                        .map(piece -> new Coaching.Piece(piece.field(), piece.start(), piece.end()))
                        .toList());
    }

    /// That it is short notice stands above, with what follows from it.
    private static Review unsaid(Review review) {
        return new Review(
                review.findings().stream()
                        .filter(finding -> !finding.rule().equals("maintenance-short-notice"))
                        .toList(),
                review.checked(),
                false);
    }

    private Foresight foresight(Tx tx, Survey survey, List<Concerns.Look> looks) {
        var window = window();
        if (window.isEmpty() || isEnding()) {
            return Foresight.NOTHING;
        }
        var policy = policy(tx);
        var shown = looks.isEmpty()
                ? Foresight.NOTHING
                : new Concerns(looks, survey.calendar(), policy, frame.watch()).told(advice());
        return planned(window.get(), frame.watch().now())
                .map(plan -> shown.followedBy(plan, policy, frame.page().zone()))
                .orElse(shown);
    }

    private Survey survey(Tx tx) {
        var asks = plans() && window().isPresent();
        var others = asks ? Survey.others(tx, frame.page(), work) : List.<Maintenance>of();
        var now = frame.watch().now();
        return new Survey(
                typed, expected.keySet(), others, policy(tx), frame.page().zone(), now);
    }

    /// All times that are proposed and that nobody has agreed to yet.
    private List<Window> windows(Faults faults) {
        var first = window().filter(_ -> plans());
        return work.isPresent()
                ? first.stream().toList()
                : first.map(one -> Repeats.read(
                                typed,
                                one,
                                TypedTimes.zone(typed, frame.page().zone()),
                                frame.watch().now(),
                                faults))
                        .orElse(List.of());
    }

    private Optional<Warning> advice() {
        if (work.isPresent()) {
            return step.filter(Step.MOVE::equals)
                    .map(_ -> new Warning("warn", "Who planned around the old time has little left for the new one."));
        }
        return Optional.of(
                details.emergency().isPresent()
                        ? new Warning("hint", "The page will say that it can’t wait, and why.")
                        : new Warning("error", "Choose a later time, or say why it can’t wait."));
    }

    /// The work as it would be, so that what follows by itself is what will follow.
    private Optional<Maintenance> planned(Window window, Instant now) {
        var notice = new NoticeId("proposed");
        return tried(() -> Optional.of(work.map(before -> said(before, window, notice, now))
                .orElseGet(() -> Maintenance.announced(
                        new MaintenanceId("proposed"),
                        frame.page().id(),
                        "Proposed",
                        window,
                        expected,
                        details,
                        notice,
                        "",
                        now,
                        ""))));
    }

    private Maintenance said(Maintenance before, Window window, NoticeId notice, Instant now) {
        if (step.isEmpty()) {
            return before.revised(before.title(), expected, details);
        }
        return switch (step.get()) {
            case MOVE -> before.move(window, notice, "", now, "");
            case EXTEND -> before.extend(window.end(), notice, "", now, "");
            case START -> before.start(notice, "", now, "");
            case PROGRESS, COMPLETE, CANCEL, THANK -> before;
        };
    }

    /// What follows by itself as things stand.
    static Foresight follows(Tx tx, Frame frame, Maintenance work) {
        return work.isOver()
                ? Foresight.NOTHING
                : Foresight.NOTHING.followedBy(
                        work,
                        tx.policies().ofWork(frame.page().id()).value(),
                        frame.page().zone());
    }

    private WorkPolicy policy(Tx tx) {
        return tx.policies().ofWork(frame.page().id()).value();
    }

    /// What can't be read yet is not shown yet.
    private static <T> Optional<T> tried(Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (Refused.Invalid | Refused.Conflict _) {
            return Optional.empty();
        }
    }
}
