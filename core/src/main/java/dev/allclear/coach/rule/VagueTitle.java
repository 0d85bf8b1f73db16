package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.util.List;

/// A title that would fit any incident wastes the line that everybody reads.
final class VagueTitle implements Rule {

    @Override
    public String id() {
        return "vague-title";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var title = reading.title();
        if (title.tokens().isEmpty()
                || reading.names().in(title)
                || page.words("title-stock").all(title).stream()
                                .mapToInt(it -> it.endToken() - it.firstToken())
                                .sum()
                        < title.tokens().size()) {
            return List.of();
        }
        var alone = reading.channel() == Channel.EMAIL || reading.channel() == Channel.SMS;
        return List.of(page.finding(
                alone ? Weight.WARN : Weight.HINT, Field.TITLE, Span.of(title.text()), "", "found", title.text()));
    }
}
