package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// States in words, and links that say where they go.
final class AccessibleText implements Rule {

    private static final Pattern DOT =
            Pattern.compile("[\\x{1F534}\\x{1F7E0}-\\x{1F7E2}\\x{26AA}\\x{26AB}\\x{2705}\\x{274C}]");

    @Override
    public String id() {
        return "accessible-text";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var findings = new ArrayList<Finding>();
        var body = reading.body();
        page.words("click-here")
                .first(body)
                .ifPresent(it -> findings.add(
                        page.finding(Weight.HINT, Field.BODY, it.span(), "", "found", body.textOf(it.span()))));
        for (var field : Field.values()) {
            var prose = reading.prose(field);
            MachineNames.first(DOT.matcher(prose.text()))
                    .filter(_ -> !page.words("state").in(prose))
                    .ifPresent(
                            it -> findings.add(page.finding(Weight.HINT, field, it, "dot", "found", prose.textOf(it))));
        }
        return findings;
    }
}
