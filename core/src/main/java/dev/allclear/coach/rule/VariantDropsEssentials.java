package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Short shapes keep the effect and the next update, whatever else must go.
final class VariantDropsEssentials implements Rule {

    private static final Set<Channel> SHORT = Set.of(Channel.SMS, Channel.POST, Channel.VOICE, Channel.BANNER);

    @Override
    public String id() {
        return "variant-drops-essentials";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (!SHORT.contains(reading.channel()) || reading.body().isBlank()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        var next = reading.context().times().nextUpdateAt();
        if (reading.phase().open() && next.isPresent() && !Clock.tells(reading, next.get())) {
            var time = Clock.shown(next.get(), reading.context().house().displayZone());
            findings.add(page.finding(Weight.ERROR, Field.BODY, reading.endOfBody(), "update", "time", time)
                    .with(new Fix(
                            page.sentence("button", "", "time", time),
                            Field.BODY,
                            reading.endOfBody(),
                            " " + page.sentence("sentence", "", "time", time))));
        }
        var spoken = page.language().equals(reading.language());
        if (spoken && (reading.phase().open() || reading.phase().ahead()) && !reading.anywhere(page.words("effect"))) {
            findings.add(page.finding(Weight.ERROR, Field.BODY, reading.endOfBody()));
        }
        var text = reading.body().text().strip();
        if (text.endsWith("...") || text.endsWith("…")) {
            findings.add(page.finding(Weight.WARN, Field.BODY, reading.endOfBody(), "cut"));
        }
        return findings;
    }
}
