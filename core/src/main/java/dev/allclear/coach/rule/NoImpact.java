package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import java.util.List;

/// Somewhere the message says what customers notice: what fails, is slow, late, missing, or works again.
final class NoImpact implements Rule {

    @Override
    public String id() {
        return "no-impact";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (reading.phase() == Phase.MAINTENANCE_DONE
                || (reading.title().isBlank() && reading.body().isBlank())
                || reading.both().stream().anyMatch(it -> tells(it, reading, page))) {
            return List.of();
        }
        var variant = reading.phase().planned() ? "planned" : reading.phase().over() ? "over" : "";
        return List.of(page.finding(Weight.WARN, Field.BODY, reading.endOfBody(), variant));
    }

    private static boolean tells(Prose prose, Reading reading, GuidePage page) {
        if (reading.technical() && page.words("symptom").in(prose)) {
            return true;
        }
        var untold = page.words("not-told").all(prose);
        var machinery = page.words("machinery-trouble").all(prose);
        if (page.words("effect").all(prose).stream().anyMatch(it -> !within(it, untold) && !within(it, machinery))) {
            return true;
        }
        return reading.phase() == Phase.RESOLVED
                && (page.words("works-again").in(prose) || namesWhatWorks(prose, reading, page));
    }

    private static boolean within(Match effect, List<Match> others) {
        return others.stream().anyMatch(it -> it.span().overlaps(effect.span()));
    }

    private static boolean namesWhatWorks(Prose prose, Reading reading, GuidePage page) {
        return prose.sentences().stream()
                .anyMatch(it ->
                        reading.names().in(prose, it) && page.words("over").in(prose, it));
    }
}
