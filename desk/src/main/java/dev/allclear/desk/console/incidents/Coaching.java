package dev.allclear.desk.console.incidents;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Review;
import dev.allclear.coach.Weight;
import dev.allclear.proof.Proof;
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

    /// @param isNew whether the title is still the author's to change
    static Coaching of(Proof proof, boolean isNew) {
        if (proof.copy().text().isBlank()) {
            return SILENT;
        }
        var review = proof.review();
        var notes = review.shownFirst().stream()
                .map(finding -> note(finding, proof.copy().text().length(), isNew))
                .toList();
        return new Coaching(notes, verdict(review), review.checked().sentence());
    }

    /// What it says of a text that stands elsewhere, without buttons.
    static List<Note> notes(Review review) {
        return review.shownFirst().stream()
                .map(finding -> new Note(
                        finding.weight().name().toLowerCase(Locale.ROOT),
                        finding.why(),
                        finding.repair(),
                        Optional.empty()))
                .toList();
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

    private static Note note(Finding finding, int textEnd, boolean isNew) {
        return new Note(
                finding.weight().name().toLowerCase(Locale.ROOT),
                finding.why(),
                finding.repair(),
                finding.fix().flatMap(fix -> button(fix, textEnd, isNew)));
    }

    /// Only what the author typed can be changed by a button; what we append ourselves comes after it.
    private static Optional<Button> button(Fix fix, int textEnd, boolean isNew) {
        var isTitle = fix.field() == Field.TITLE;
        if (isTitle && !isNew) {
            return Optional.empty();
        }
        var end = isTitle ? Integer.MAX_VALUE : textEnd;
        return Optional.of(new Button(
                fix.label(),
                isTitle ? "title" : "text",
                Math.min(fix.span().start(), end),
                Math.min(fix.span().end(), end),
                fix.text()));
    }
}
