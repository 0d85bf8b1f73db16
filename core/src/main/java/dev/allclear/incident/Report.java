package dev.allclear.incident;

import dev.allclear.Text;
import java.time.Instant;

/// The post-incident report: the three answers that customers are owed. Each is Markdown.
public record Report(String wentWrong, String fixed, String prevented, Instant publishedAt) {
    private static final int LIMIT = 20_000;

    public Report {
        wentWrong = Text.prose("wentWrong", wentWrong, LIMIT);
        fixed = Text.prose("fixed", fixed, LIMIT);
        prevented = Text.prose("prevented", prevented, LIMIT);
    }
}
