package dev.allclear.incident;

import dev.allclear.Refused;
import dev.allclear.Text;
import java.time.Instant;
import java.util.List;

/// The post-incident report: the three answers that customers are owed, each in Markdown, and what is still to be done.
public record Report(String wentWrong, String fixed, String prevented, List<FollowUp> followUps, Instant publishedAt) {

    public static final int MOST_FOLLOW_UPS = 30;

    private static final int LIMIT = 20_000;

    public Report {
        wentWrong = Text.prose("wentWrong", wentWrong, LIMIT);
        fixed = Text.prose("fixed", fixed, LIMIT);
        prevented = Text.prose("prevented", prevented, LIMIT);
        followUps = List.copyOf(followUps);
        if (followUps.size() > MOST_FOLLOW_UPS) {
            throw new Refused.Invalid("followUps", "These are more than " + MOST_FOLLOW_UPS + " actions.");
        }
    }

    /// Without anything to be done.
    public Report(String wentWrong, String fixed, String prevented, Instant publishedAt) {
        this(wentWrong, fixed, prevented, List.of(), publishedAt);
    }

    /// Without what is for us alone.
    public Report forReaders() {
        var shown = followUps.stream().filter(FollowUp::isPublic).toList();
        return new Report(wentWrong, fixed, prevented, shown, publishedAt);
    }
}
