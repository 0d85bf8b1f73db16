package dev.allclear.proof;

import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Context.Detail;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Review;
import dev.allclear.language.Languages;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Todo;
import dev.allclear.maintenance.Window;
import dev.allclear.page.Page;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A word about planned work as the coach has read it, with what the page and the mails tell beside it: the window, and
/// the facts that stand in fields of their own.
///
/// @param pieces where each thing that somebody wrote stands in what the coach read
public record WorkProof(Review review, List<Piece> pieces) {

    /// @param field as the form names it
    public record Piece(String field, int start, int end) {}

    /// What somebody has written so far.
    ///
    /// @param window empty while nobody has said when
    /// @param before when it was planned for, where the word is that this changes
    /// @param written whether the details are part of the word, and not known already
    public record Draft(
            Manuscript.Phase phase,
            String title,
            String text,
            Details details,
            boolean written,
            Optional<Window> window,
            Optional<Window> before,
            Duration leastNotice) {}

    public static WorkProof read(Tx tx, Page page, Draft draft, Instant now) {
        var body = new StringBuilder(draft.text());
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece("text", 0, body.length()));
        body.append(when(page, draft));
        if (draft.written()) {
            tell(page, draft.details(), body, pieces);
        }
        var unknown = Context.Times.UNKNOWN;
        var times = new Context.Times(
                Optional.of(now),
                unknown.startedAt(),
                unknown.detectedAt(),
                unknown.endedAt(),
                unknown.nextUpdateAt(),
                unknown.eta(),
                draft.window()
                        .map(window -> new Context.Window(
                                window.start(),
                                window.end(),
                                draft.before().map(Window::end),
                                Optional.of(draft.leastNotice()),
                                told(draft.details()))));
        var review = Coach.ours()
                .review(new Manuscript(
                        Manuscript.Channel.STATUS,
                        draft.phase(),
                        Manuscript.Audience.GENERAL,
                        draft.title(),
                        body.toString(),
                        Optional.empty(),
                        new Context(Houses.of(tx, page), times, facts(draft.details()), List.of())));
        return new WorkProof(review, List.copyOf(pieces));
    }

    /// As readers are told: the new time, and after a move the old one.
    private static String when(Page page, Draft draft) {
        var times = new Times(page.language(), page.zone());
        var told = new StringBuilder();
        for (var window : List.of(draft.window(), draft.before())) {
            window.ifPresent(it -> told.append("\n\n")
                    .append(times.full(it.start()))
                    .append(" – ")
                    .append(times.full(it.end()))
                    .append(", ")
                    .append(page.zone().getId()));
        }
        return told.toString();
    }

    private static void tell(Page page, Details details, StringBuilder body, List<Piece> pieces) {
        var phrases = Languages.phrases(page.language());
        var act = details.todo() instanceof Todo.Act(var text) ? Optional.of(text) : Optional.<String>empty();
        var said = new ArrayList<Written>();
        details.emergency().ifPresent(text -> said.add(new Written("emergency", "work.emergency", text)));
        details.stops().ifPresent(text -> said.add(new Written("stops", "work.stops", text)));
        details.goesOn().ifPresent(text -> said.add(new Written("goes_on", "work.goes-on", text)));
        act.ifPresent(text -> said.add(new Written("act", "work.todo", text)));
        details.why().ifPresent(text -> said.add(new Written("why", "work.why", text)));
        for (var one : said) {
            body.append("\n\n").append(phrases.get(one.label())).append(' ');
            pieces.add(new Piece(
                    one.field(), body.length(), body.length() + one.text().length()));
            body.append(one.text());
        }
    }

    private record Written(String field, String label, String text) {}

    private static Set<Detail> told(Details details) {
        var told = EnumSet.noneOf(Detail.class);
        if (details.stops().isPresent() || details.goesOn().isPresent()) {
            told.add(Detail.IMPACT);
        }
        if (details.why().isPresent() || details.emergency().isPresent()) {
            told.add(Detail.REASON);
        }
        if (!(details.todo() instanceof Todo.Unsaid)) {
            told.add(Detail.ACTION);
        }
        return told;
    }

    private static Context.Facts facts(Details details) {
        var unknown = Context.Facts.UNKNOWN;
        return new Context.Facts(
                unknown.impact(),
                unknown.cause(),
                unknown.affectedShare(),
                unknown.workaroundState(),
                unknown.workaround(),
                unknown.creditsApply(),
                Optional.of(details.emergency().isPresent()),
                unknown.holdsData(),
                unknown.allClear());
    }
}
