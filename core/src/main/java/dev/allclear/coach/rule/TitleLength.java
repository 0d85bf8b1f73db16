package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.util.List;

/// About 60 characters; 78 are the most that a mail subject should have.
final class TitleLength implements Rule {

    private static final int WANTED = 60;
    private static final int MOST = 78;

    @Override
    public String id() {
        return "title-length";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var text = reading.title().text();
        var length = text.codePointCount(0, text.length());
        if (length <= WANTED) {
            return List.of();
        }
        var beyond = new Span(text.offsetByCodePoints(0, WANTED), text.length());
        return List.of(
                page.finding(length > MOST ? Weight.WARN : Weight.HINT, Field.TITLE, beyond, "", "length", length));
    }
}
