package dev.allclear.coach.rule;

import dev.allclear.coach.Context.WorkaroundState;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import java.util.List;

/// Something that readers can do, or the plain word that there is nothing.
final class WorkaroundMentioned implements Rule {

    @Override
    public String id() {
        return "workaround-mentioned";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var state = reading.context().facts().workaroundState();
        if (!(reading.phase().open() || reading.phase().ahead())
                || state.filter(it -> it == WorkaroundState.NOT_NEEDED).isPresent()
                || reading.both().stream().anyMatch(it -> helps(it, page))) {
            return List.of();
        }
        var workaround = reading.context().facts().workaround();
        if (state.filter(it -> it == WorkaroundState.GIVEN).isPresent()) {
            var finding = page.finding(
                    Weight.WARN,
                    Field.BODY,
                    reading.endOfBody(),
                    workaround.isPresent() ? "given" : "",
                    "workaround",
                    workaround.orElse(""));
            return List.of(finding.with(workaround.map(it -> insert(reading, page.sentence("button", "given"), it))));
        }
        if (state.filter(it -> it == WorkaroundState.NONE_SHOWN).isPresent()) {
            return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody(), "shown"));
        }
        if (state.isPresent()) {
            return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody(), "none")
                    .with(insert(reading, page.sentence("button", "none"), page.sentence("none", ""))));
        }
        return List.of(page.finding(
                Weight.HINT, Field.BODY, reading.endOfBody(), reading.phase().ahead() ? "planned" : ""));
    }

    private static Fix insert(Reading reading, String label, String sentence) {
        return new Fix(label, Field.BODY, reading.endOfBody(), reading.body().isBlank() ? sentence : " " + sentence);
    }

    private static boolean helps(Prose prose, GuidePage page) {
        var noHelp = page.words("no-help").all(prose);
        return page.words("help").all(prose).stream()
                .anyMatch(it -> noHelp.stream().noneMatch(other -> covers(other, it)));
    }

    private static boolean covers(Match noHelp, Match help) {
        return noHelp.span().overlaps(help.span());
    }
}
