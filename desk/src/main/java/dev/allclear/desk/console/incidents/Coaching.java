package dev.allclear.desk.console.incidents;

import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Review;
import dev.allclear.coach.Weight;
import dev.allclear.desk.console.Words;
import dev.allclear.incident.Update;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.page.Page;
import dev.allclear.status.Catalogue;
import dev.allclear.wording.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the writing coach says of a message while it is being written.
///
/// @param verdict in one line; never that it is good
/// @param checked what was looked at
public record Coaching(List<Note> notes, String verdict, String checked) {

    static final Coaching SILENT = new Coaching(List.of(), "", "");

    /// One finding.
    ///
    /// @param weight `error`, `warn` or `hint`
    /// @param button empty where nothing can be done by a button
    public record Note(String weight, String why, String repair, Optional<Button> button) {}

    /// Puts a text in the place of a part of a field.
    public record Button(String label, String field, int start, int end, String text) {}

    static Coaching of(Saying saying, Page page, Catalogue catalogue, Instant now) {
        if (saying.text().isBlank()) {
            return SILENT;
        }
        var review = Coach.ours().review(manuscript(saying, page, catalogue, now));
        var notes = review.shownFirst().stream()
                .map(finding -> note(finding, saying))
                .toList();
        return new Coaching(notes, verdict(review), review.checked().sentence());
    }

    private static String verdict(Review review) {
        if (review.findings().isEmpty()) {
            return "No findings by rules.";
        }
        var errors = review.findings().stream()
                .filter(finding -> finding.weight() == Weight.ERROR)
                .count();
        return errors == 0 ? "Worth a look before it goes out" : "Please put right before it goes out";
    }

    private static Note note(Finding finding, Saying saying) {
        return new Note(
                finding.weight().name().toLowerCase(Locale.ROOT),
                finding.why(),
                finding.repair(),
                finding.fix().flatMap(fix -> button(fix, saying)));
    }

    /// Only what the author typed can be changed by a button; what we append ourselves comes after it.
    private static Optional<Button> button(Fix fix, Saying saying) {
        if (fix.field() == Field.TITLE) {
            return saying.incident().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Button(
                            fix.label(), "title", fix.span().start(), fix.span().end(), fix.text()));
        }
        var end = saying.text().length();
        return Optional.of(new Button(
                fix.label(),
                "text",
                Math.min(fix.span().start(), end),
                Math.min(fix.span().end(), end),
                fix.text()));
    }

    private static Manuscript manuscript(Saying saying, Page page, Catalogue catalogue, Instant now) {
        return new Manuscript(
                Manuscript.Channel.STATUS,
                phase(saying.label()),
                Manuscript.Audience.GENERAL,
                saying.title(),
                body(saying, page),
                Optional.empty(),
                new Context(
                        house(page, catalogue),
                        times(saying, now),
                        facts(saying),
                        saying.incident()
                                .map(incident -> earlier(incident.updates(), incident.title()))
                                .orElse(List.of())));
    }

    private static Manuscript.Phase phase(String label) {
        return switch (label) {
            case "Identified" -> Manuscript.Phase.IDENTIFIED;
            case "Monitoring" -> Manuscript.Phase.MONITORING;
            case "Resolved", "False alarm", "Cancelled" -> Manuscript.Phase.RESOLVED;
            default -> Manuscript.Phase.INVESTIGATING;
        };
    }

    /// As readers get it: the page and the mail add what the fields say.
    private static String body(Saying saying, Page page) {
        var body = new StringBuilder(saying.text());
        var phrases = Languages.phrases(Language.ENGLISH);
        saying.incident().filter(_ -> saying.due().isPresent()).ifPresent(incident -> {
            if (!incident.facts().impact().isEmpty()) {
                body.append("\n\n").append(incident.facts().impact());
            }
        });
        saying.due()
                .ifPresent(due -> body.append("\n\n")
                        .append(phrases.get(
                                "mail.incident.next",
                                "time",
                                new Times(Language.ENGLISH, page.zone()).timeWithZone(due))));
        return body.toString();
    }

    private static Context.House house(Page page, Catalogue catalogue) {
        var unknown = Context.House.UNKNOWN;
        return new Context.House(
                Optional.of(page.name()),
                catalogue.components().stream()
                        .map(component -> new Context.Component(component.name(), Optional.empty(), Optional.empty()))
                        .toList(),
                unknown.products(),
                unknown.glossary(),
                unknown.forbidden(),
                unknown.internalPatterns(),
                unknown.internalValues(),
                unknown.staff(),
                unknown.statusUrl(),
                unknown.supportContact(),
                Optional.of(page.zone()));
    }

    private static Context.Times times(Saying saying, Instant now) {
        return new Context.Times(
                Optional.of(now),
                saying.incident().map(incident -> incident.startedAt()),
                Optional.empty(),
                Optional.empty(),
                saying.due(),
                saying.incident()
                        .flatMap(incident -> incident.facts().estimate())
                        .map(estimate ->
                                new Context.Estimate(estimate.restoredBy(), Optional.of(estimate.confirmedBy()))),
                Optional.empty());
    }

    private static Context.Facts facts(Saying saying) {
        var unknown = Context.Facts.UNKNOWN;
        return new Context.Facts(
                Optional.of(
                        switch (saying.severity()) {
                            case NOTICE -> Context.Impact.NONE;
                            case MINOR -> Context.Impact.MINOR;
                            case MAJOR -> Context.Impact.MAJOR;
                            case CRITICAL -> Context.Impact.CRITICAL;
                        }),
                unknown.cause(),
                unknown.affectedShare(),
                unknown.workaroundState(),
                unknown.workaround(),
                unknown.creditsApply(),
                unknown.emergency(),
                unknown.holdsData());
    }

    private static List<Context.Earlier> earlier(List<Update> updates, String title) {
        var earlier = new ArrayList<Context.Earlier>();
        for (var update : updates) {
            earlier.add(new Context.Earlier(
                    update.at(),
                    phase(Words.capital(update.kind().key())),
                    title,
                    update.text(),
                    update.nextUpdateDue()));
        }
        return earlier;
    }
}
