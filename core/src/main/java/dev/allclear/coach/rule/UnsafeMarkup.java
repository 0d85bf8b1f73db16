package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Text that could do something else than be read.
final class UnsafeMarkup implements Rule {

    private static final Map<String, Pattern> KINDS = Map.of(
            "tag",
                    Pattern.compile(
                            "(?i)</?(?:script|iframe|img|svg|object|embed|style|link|meta|form|input|a|b|i|p|br|div|span|font|table|h[1-6]|ul|li|body|html)\\b[^<>]{0,500}>"),
            "everyone",
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}.])@(?:everyone|channel|here|all|room)\\b|<!(?:channel|here|everyone)>"),
            "hidden",
                    Pattern.compile(
                            "[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]"),
            "script", Pattern.compile("(?i)\\b(?:javascript|vbscript|data):(?=\\S)"));

    private static final Pattern BREAK = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]");

    @Override
    public String id() {
        return "unsafe-markup";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var findings = new ArrayList<Finding>();
        MachineNames.first(BREAK.matcher(reading.title().text()))
                .ifPresent(it -> findings.add(page.finding(Weight.ERROR, Field.TITLE, it, "break")
                        .with(new Fix(page.sentence("button", ""), Field.TITLE, it, " "))));
        for (var field : Field.values()) {
            var text = reading.prose(field).text();
            KINDS.forEach((kind, pattern) -> MachineNames.first(pattern.matcher(text))
                    .ifPresent(it -> findings.add(
                            page.finding(Weight.ERROR, field, it, kind, "found", text.substring(it.start(), it.end()))
                                    .with(new Fix(page.sentence("button", ""), field, it, "")))));
        }
        return findings;
    }
}
