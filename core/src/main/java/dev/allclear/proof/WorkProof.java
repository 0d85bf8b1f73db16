package dev.allclear.proof;

import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Review;
import dev.allclear.page.Page;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A word about planned work as the coach has read it, with the window that the page and the mails tell beside it.
public final class WorkProof {

    private WorkProof() {}

    /// @param start and `end`: empty while nobody has said them
    public static Review read(
            Tx tx,
            Page page,
            Manuscript.Phase phase,
            String title,
            String text,
            Optional<Instant> start,
            Optional<Instant> end,
            Instant now) {
        var times = new Times(page.language(), page.zone());
        var window = start.isPresent() && end.isPresent()
                ? Optional.of(new Context.Window(start.get(), end.get(), Optional.empty()))
                : Optional.<Context.Window>empty();
        var told = window.map(it -> "\n\n" + times.full(it.start()) + " – " + times.full(it.end()) + ", "
                        + page.zone().getId())
                .orElse("");
        var unknown = Context.Times.UNKNOWN;
        return Coach.ours()
                .review(new Manuscript(
                        Manuscript.Channel.STATUS,
                        phase,
                        Manuscript.Audience.GENERAL,
                        title,
                        text + told,
                        Optional.empty(),
                        new Context(
                                Houses.of(tx, page),
                                new Context.Times(
                                        Optional.of(now),
                                        unknown.startedAt(),
                                        unknown.detectedAt(),
                                        unknown.endedAt(),
                                        unknown.nextUpdateAt(),
                                        unknown.eta(),
                                        window),
                                Context.Facts.UNKNOWN,
                                List.of())));
    }
}
