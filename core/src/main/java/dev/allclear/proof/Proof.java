package dev.allclear.proof;

import dev.allclear.Objection;
import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Review;
import dev.allclear.coach.Weight;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.page.Page;
import dev.allclear.shape.AllClearText;
import dev.allclear.shape.Reader;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A word about an incident as the coach has read it: as readers will get it, with what the fields add to the text.
public record Proof(Copy copy, Review review) {

    public static Proof read(Tx tx, Page page, Copy copy, Instant now) {
        var manuscript = new Manuscript(
                Manuscript.Channel.STATUS,
                copy.phase(),
                Manuscript.Audience.GENERAL,
                copy.title(),
                framed(copy.text(), copy, page),
                Optional.empty(),
                context(tx, page, copy, now));
        return new Proof(copy, Coach.ours().review(manuscript));
    }

    static Context context(Tx tx, Page page, Copy copy, Instant now) {
        return new Context(
                Houses.after(tx, page, copy, now),
                times(copy, now),
                facts(copy, page, now),
                copy.earlier().stream()
                        .map(update -> earlier(update, copy.title()))
                        .toList());
    }

    /// What must be put right, or answered for, before it goes out.
    public List<Objection> objections() {
        return review.findings().stream()
                .filter(finding -> finding.weight() == Weight.ERROR)
                // The title is out already, and a new word does not change it.
                .filter(finding -> copy.isFirst() || finding.field() == Field.BODY)
                .map(this::objection)
                .toList();
    }

    private Objection objection(Finding finding) {
        var isTitle = finding.field() == Field.TITLE;
        // What we append ourselves comes after what somebody wrote.
        var end = (isTitle ? copy.title() : copy.text()).length();
        return new Objection(
                finding.rule(),
                isTitle ? "title" : "text",
                Math.min(finding.span().start(), end),
                Math.min(finding.span().end(), end),
                finding.why(),
                finding.repair());
    }

    /// The text with what the fields add to it.
    static String framed(String text, Copy copy, Page page) {
        var body = new StringBuilder(text);
        if (copy.due().isPresent()) {
            var phrases = Languages.phrases(page.language());
            var time = new Times(page.language(), page.zone())
                    .timeWithZone(copy.due().get());
            appended(body, copy.facts().impact());
            appended(body, copy.facts().scope());
            appended(body, copy.facts().doing());
            appended(body, workaround(copy.facts().workaround()));
            if (copy.isFirst()) {
                appended(body, cause(copy.facts().cause(), phrases));
            }
            appended(body, phrases.get("mail.incident.next", "time", time));
        }
        return body.toString();
    }

    private static void appended(StringBuilder body, String words) {
        if (!words.isEmpty()) {
            body.append("\n\n").append(words);
        }
    }

    private static String workaround(Workaround workaround) {
        return workaround instanceof Workaround.Given(var text) ? text : "";
    }

    private static String cause(RootCause cause, Phrases phrases) {
        return switch (cause) {
            case RootCause.Suspected(var text) -> phrases.get("mail.incident.cause.suspected") + ": " + text;
            case RootCause.Confirmed(var text) -> phrases.get("mail.incident.cause") + ": " + text;
            case RootCause.Unknown _, RootCause.ConfirmedNotPublic _ -> "";
        };
    }

    private static Context.Times times(Copy copy, Instant now) {
        return new Context.Times(
                Optional.of(now),
                copy.startedAt(),
                Optional.empty(),
                copy.restoredAt(),
                copy.due(),
                copy.facts()
                        .estimate()
                        .map(estimate ->
                                new Context.Estimate(estimate.restoredBy(), Optional.of(estimate.confirmedBy()))),
                Optional.empty());
    }

    private static Context.Facts facts(Copy copy, Page page, Instant now) {
        var unknown = Context.Facts.UNKNOWN;
        return new Context.Facts(
                Optional.of(impact(copy.severity())),
                Optional.of(causeState(copy.facts().cause())),
                unknown.affectedShare(),
                Optional.of(workaroundState(copy.facts().workaround())),
                unknown.workaround(),
                unknown.creditsApply(),
                unknown.emergency(),
                unknown.holdsData(),
                copy.answers().map(answers -> answers(answers, page, now)));
    }

    private static Context.AllClear answers(AllClear answers, Page page, Instant now) {
        var next = AllClearText.next(Reader.of(page), now, answers.next());
        return new Context.AllClear(
                answers.reason(), answers.leftovers(), next.isEmpty() ? Optional.empty() : Optional.of(next + "."));
    }

    private static Context.Impact impact(Severity severity) {
        return switch (severity) {
            case NOTICE -> Context.Impact.NONE;
            case MINOR -> Context.Impact.MINOR;
            case MAJOR -> Context.Impact.MAJOR;
            case CRITICAL -> Context.Impact.CRITICAL;
        };
    }

    /// What stands beside the text already need not be repeated in it. That there is none yet is also what the form
    /// says when nobody has asked.
    private static Context.WorkaroundState workaroundState(Workaround workaround) {
        return switch (workaround) {
            case Workaround.Given _, Workaround.NotNeeded _ -> Context.WorkaroundState.NOT_NEEDED;
            case Workaround.NoneYet _ -> Context.WorkaroundState.NONE_SHOWN;
        };
    }

    private static Context.CauseState causeState(RootCause cause) {
        return switch (cause) {
            case RootCause.Unknown _ -> Context.CauseState.UNKNOWN;
            case RootCause.Suspected _ -> Context.CauseState.SUSPECTED;
            case RootCause.Confirmed _ -> Context.CauseState.CONFIRMED;
            case RootCause.ConfirmedNotPublic _ -> Context.CauseState.CONFIRMED_NOT_PUBLIC;
        };
    }

    private static Context.Earlier earlier(Update update, String title) {
        return new Context.Earlier(
                update.at(), Copy.phase(update.kind()), title, update.text(), update.nextUpdateDue());
    }
}
