package dev.allclear.proof;

import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Review;
import dev.allclear.incident.Incident;
import dev.allclear.page.Page;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A post-incident report as the coach has read it.
public final class ReportProof {

    private ReportProof() {}

    /// @param body the answers one after another
    public static Review read(Tx tx, Page page, Incident incident, String body, Instant now) {
        var unknown = Context.Times.UNKNOWN;
        return Coach.ours()
                .review(new Manuscript(
                        Manuscript.Channel.STATUS,
                        Manuscript.Phase.POSTMORTEM,
                        Manuscript.Audience.GENERAL,
                        incident.title(),
                        body,
                        Optional.empty(),
                        new Context(
                                Houses.of(tx, page),
                                new Context.Times(
                                        Optional.of(now),
                                        Optional.of(incident.startedAt()),
                                        unknown.detectedAt(),
                                        incident.resolvedAt(),
                                        unknown.nextUpdateAt(),
                                        unknown.eta(),
                                        unknown.window()),
                                Context.Facts.UNKNOWN,
                                List.of())));
    }
}
