package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Span;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Nothing unfilled goes out.
final class TemplateLeftover implements Rule {

    private static final Pattern SLOT = Pattern.compile(
            "\\{\\{[^{}\\n]{0,80}\\}?\\}?|\\$\\{[^{}\\n]{0,80}\\}|\\{[a-zA-Z_.]{2,40}\\}|%[a-zA-Z_]{3,30}%|<(?i:insert|your|name|product|time|date|service|einfügen|hier)[^<>\\n]{0,60}>"
                    + "|\\[(?!(?i:resolved|update|monitoring|identified|investigating|completed|postponed|cancelled|major|minor|critical|behoben|gelöst|verschoben|\\^)\\])(?:[A-Z][A-Z0-9_ /-]{2,40}|(?i:insert|your|add|enter|hier|bitte) [^\\[\\]\\n]{1,60})\\](?!\\()"
                    + "|(?<![\\p{L}\\p{N}])(?:XX:XX|xx:xx|HH:MM|hh:mm|##:##|__:__|TBD|TBA|TODO|FIXME|XXX+|undefined|NaN|1970-01-01|(?i:lorem ipsum))(?![\\p{L}\\p{N}])|(?<=[ ,:])null(?=[ ,.]|$)|\\(\\s{0,3}\\)|\\[\\s{0,3}\\](?!\\()");

    @Override
    public String id() {
        return "template-leftover";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        return Stream.of(Field.values())
                .flatMap(field -> Stream.concat(
                                SLOT.matcher(reading.prose(field).text())
                                        .results()
                                        .map(it -> new Span(it.start(), it.end())),
                                advice(reading, field, page))
                        .map(it -> page.finding(
                                Weight.ERROR,
                                field,
                                it,
                                "",
                                "found",
                                reading.prose(field).textOf(it))))
                .limit(3)
                .toList();
    }

    /// The advice of a form, published as if it were the text.
    private static Stream<Span> advice(Reading reading, Field field, GuidePage page) {
        return page.language().equals(reading.language())
                ? page.words("advice").all(reading.prose(field)).stream().map(Match::span)
                : Stream.empty();
    }
}
