package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.List;

/// What the channel carries, counted as the channel counts.
final class ChannelLength implements Rule {

    private static final int SEGMENTS = 2;
    private static final int POST = 280;
    private static final int LONGEST_POST = 500;
    private static final int STATUS_TITLE = 80;
    private static final int STATUS_BODY = 500;
    private static final int STATUS_MOST = 1200;

    @Override
    public String id() {
        return "channel-length";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        return switch (reading.channel()) {
            case SMS -> sms(reading, page);
            case POST -> post(reading, page);
            case STATUS -> status(reading, page);
            case EMAIL, VOICE, BANNER -> List.of();
        };
    }

    private static List<Finding> sms(Reading reading, GuidePage page) {
        var text = reading.body().text();
        var segments = ShortText.segments(text);
        if (segments <= 1) {
            return List.of();
        }
        var odd = ShortText.firstOutsideGsm(text);
        var weight = segments > SEGMENTS ? Weight.ERROR : Weight.WARN;
        if (odd.isEmpty()) {
            return List.of(page.finding(weight, Field.BODY, Span.of(text), "sms", "segments", segments));
        }
        var found = text.substring(odd.get().start(), odd.get().end());
        return List.of(page.finding(weight, Field.BODY, odd.get(), "unicode", "segments", segments, "found", found)
                .with(ShortText.plain(found)
                        .map(it -> new Fix(page.sentence("button", "", "plain", it), Field.BODY, odd.get(), it))));
    }

    private static List<Finding> post(Reading reading, GuidePage page) {
        var length = ShortText.weighted(reading.body().text());
        return length <= POST
                ? List.of()
                : List.of(page.finding(
                        length > LONGEST_POST ? Weight.ERROR : Weight.WARN,
                        Field.BODY,
                        Span.of(reading.body().text()),
                        "post",
                        "length",
                        length));
    }

    private static List<Finding> status(Reading reading, GuidePage page) {
        var title =
                reading.title().text().codePointCount(0, reading.title().text().length());
        var body = reading.body().text().codePointCount(0, reading.body().text().length());
        var findings = new ArrayList<Finding>();
        if (title > STATUS_TITLE) {
            findings.add(page.finding(
                    Weight.HINT, Field.TITLE, Span.of(reading.title().text()), "title", "length", title));
        }
        if (reading.phase().open() && body > STATUS_BODY) {
            findings.add(page.finding(
                    body > STATUS_MOST ? Weight.WARN : Weight.HINT,
                    Field.BODY,
                    Span.of(reading.body().text()),
                    "",
                    "length",
                    body));
        }
        return findings;
    }
}
