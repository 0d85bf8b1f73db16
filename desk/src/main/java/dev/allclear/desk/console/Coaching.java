package dev.allclear.desk.console;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Review;
import dev.allclear.coach.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the writing coach says of a message while it is being written (`console/part-coach.jte`).
///
/// @param verdict in one line; never that it is good
/// @param checked what was looked at
public record Coaching(List<Note> notes, String verdict, String checked) {

    public static final Coaching SILENT = new Coaching(List.of(), "", "");

    /// One finding.
    ///
    /// @param weight `error`, `warn` or `hint`
    /// @param button empty where nothing can be done by a button
    public record Note(String weight, String why, String repair, Optional<Button> button) {}

    /// Puts a text in the place of a part of a field.
    public record Button(String label, String field, int start, int end, String text) {}

    /// Where a part of what the coach read can be changed in the form.
    ///
    /// @param start where it begins in what the coach read
    /// @param end where it ends there
    public record Piece(String field, int start, int end) {
        public static Piece whole(String field, String text) {
            return new Piece(field, 0, text.length());
        }
    }

    /// @param title the field of the title; empty where it is not the author's to change
    /// @param body in order; what stands between and behind them is added by us
    public static Coaching of(Review review, Optional<String> title, List<Piece> body) {
        return new Coaching(
                review.shownFirst().stream()
                        .map(finding -> note(finding, title, body))
                        .toList(),
                verdict(review),
                review.checked().sentence());
    }

    /// What it says of a text that stands elsewhere, without buttons.
    public static List<Note> notes(Review review) {
        return review.shownFirst().stream()
                .map(finding -> note(finding, Optional.empty(), List.of()))
                .toList();
    }

    /// What leads there on a phone, where it stands under everything else: `See 2 findings`.
    public String invitation() {
        return notes.isEmpty() ? "See the preview" : "See " + Words.count(notes.size(), "finding", "findings");
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

    private static Note note(Finding finding, Optional<String> title, List<Piece> body) {
        return new Note(
                finding.weight().name().toLowerCase(Locale.ROOT),
                finding.why(),
                finding.repair(),
                finding.fix()
                        .flatMap(fix -> fix.field() == Field.TITLE
                                ? title.map(field -> button(fix, new Piece(field, 0, Integer.MAX_VALUE)))
                                : piece(fix, body).map(piece -> button(fix, piece))));
    }

    /// What we add ourselves can't be changed: a repair there goes to the end of what the author wrote before it.
    private static Optional<Piece> piece(Fix fix, List<Piece> body) {
        return body.stream()
                .filter(piece -> piece.start() <= fix.span().start())
                .reduce((_, last) -> last);
    }

    private static Button button(Fix fix, Piece piece) {
        return new Button(
                fix.label(),
                piece.field(),
                Math.min(fix.span().start(), piece.end()) - piece.start(),
                Math.min(fix.span().end(), piece.end()) - piece.start(),
                fix.text());
    }
}
