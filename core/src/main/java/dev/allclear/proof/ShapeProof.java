package dev.allclear.proof;

import dev.allclear.Objection;
import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Review;
import dev.allclear.coach.Weight;
import dev.allclear.page.Page;
import dev.allclear.shape.Shape;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody wrote by hand for one shape of a word, as the coach has read it.
public record ShapeProof(Shape shape, dev.allclear.shape.Copy own, Review review) {

    /// @param copy the word of which these are shapes
    public static List<ShapeProof> read(
            Tx tx, Page page, Copy copy, Map<Shape, dev.allclear.shape.Copy> own, Instant now) {
        if (own.isEmpty()) {
            return List.of();
        }
        var context = Proof.context(tx, page, copy, now);
        return own.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> read(entry.getKey(), entry.getValue(), copy, page, context))
                .toList();
    }

    private static ShapeProof read(Shape shape, dev.allclear.shape.Copy typed, Copy copy, Page page, Context context) {
        // What is left empty of a mail is what the page says.
        var own = shape.hasHeadline()
                ? typed.completedBy(Optional.of(new dev.allclear.shape.Copy(copy.title(), copy.text())))
                : typed;
        var manuscript = new Manuscript(
                channel(shape),
                copy.phase(),
                Manuscript.Audience.GENERAL,
                own.headline(),
                body(shape, own, copy, page),
                Optional.empty(),
                context);
        return new ShapeProof(shape, own, Coach.ours().review(manuscript));
    }

    /// A mail's frame tells what its text need not.
    private static String body(Shape shape, dev.allclear.shape.Copy own, Copy copy, Page page) {
        return shape == Shape.EMAIL ? Proof.framed(own.body(), copy, page) : own.body();
    }

    private static Manuscript.Channel channel(Shape shape) {
        return switch (shape) {
            case STATUS_PAGE -> Manuscript.Channel.STATUS;
            // A room has room: what holds for the page holds there.
            case CHAT -> Manuscript.Channel.STATUS;
            case EMAIL -> Manuscript.Channel.EMAIL;
            case SMS -> Manuscript.Channel.SMS;
            case SHORT_POST, X, BLUESKY, MASTODON -> Manuscript.Channel.POST;
            case VOICE -> Manuscript.Channel.VOICE;
        };
    }

    /// What must be put right, or answered for, before it goes out.
    public List<Objection> objections() {
        return review.findings().stream()
                .filter(finding -> finding.weight() == Weight.ERROR)
                .filter(finding -> finding.field() == Field.BODY || shape.hasHeadline())
                .map(this::objection)
                .toList();
    }

    private Objection objection(Finding finding) {
        var isHeadline = finding.field() == Field.TITLE;
        var end = (isHeadline ? own.headline() : own.body()).length();
        return new Objection(
                finding.rule(),
                "shapes." + shape.key() + (isHeadline ? ".headline" : ".body"),
                Math.min(finding.span().start(), end),
                Math.min(finding.span().end(), end),
                finding.why(),
                finding.repair());
    }
}
