package dev.allclear.desk.console.review;

import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Words;
import dev.allclear.incident.Incident;
import dev.allclear.promise.Kept;
import dev.allclear.review.PeriodReview;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How we kept what we promise over some time.
public record PeriodView(Frame frame, PeriodReview review, List<Filter> periods) {

    /// `Critical`, `All`
    public static String name(PeriodReview.Row row) {
        return row.severity().map(severity -> Words.capital(severity.key())).orElse("All");
    }

    /// `9 of 10`; empty where nothing fell due
    public static String score(Kept.Score score) {
        return score.isEmpty() ? "" : score.inTime() + " of " + score.all();
    }

    /// `bad` where less than all was kept
    public static String mark(Kept.Score score) {
        return score.inTime() < score.all() ? "late" : "";
    }

    public String length(Optional<Duration> length) {
        return length.map(frame.watch()::length).orElse("");
    }

    public static String path(Incident incident) {
        return "/desk/incidents/" + incident.id().value() + "/review";
    }
}
