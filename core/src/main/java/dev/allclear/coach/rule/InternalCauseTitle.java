package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseList;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import java.util.List;
import java.util.Optional;

/// The title names what customers can't do, not the part that broke.
final class InternalCauseTitle implements Rule {

    @Override
    public String id() {
        return "internal-cause-title";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var title = reading.title();
        return cause(reading, page)
                .filter(_ -> !tellsEffect(reading, page))
                .map(it -> page.finding(Weight.WARN, Field.TITLE, it.span(), "", "found", title.textOf(it.span())))
                .stream()
                .toList();
    }

    private static Optional<Match> cause(Reading reading, GuidePage page) {
        return page.words("infrastructure").all(reading.title()).stream()
                .filter(it -> !isOwnName(it, reading)
                        && !isOffered(it, reading.title(), page)
                        && !isPlace(it, reading.title(), page))
                .findFirst();
    }

    private static boolean isOwnName(Match match, Reading reading) {
        return reading.names().all(reading.title()).stream()
                .anyMatch(name -> name.span().overlaps(match.span()));
    }

    private static boolean isOffered(Match match, Prose title, GuidePage page) {
        return page.words("offered").all(title).stream()
                .anyMatch(it -> it.span().overlaps(match.span()));
    }

    /// "Maintenance in our Texas data center": that is where, not why.
    private static boolean isPlace(Match match, Prose title, GuidePage page) {
        if (page.words("place").longestAt(title, match.firstToken(), match.endToken()) < 0) {
            return false;
        }
        var from = Math.max(0, match.firstToken() - 4);
        for (var at = from; at < match.firstToken(); at++) {
            if (page.words("into-place").longestAt(title, at, match.firstToken()) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean tellsEffect(Reading reading, GuidePage page) {
        if (reading.technical() && page.words("symptom").in(reading.title())) {
            return true;
        }
        var title = reading.title();
        if ((reading.technical() && page.words("plain-effect").in(title))
                || (reading.phase().over() && page.words("back").in(title))) {
            return true;
        }
        return page.words("effect").all(title).stream().anyMatch(it -> !isPredicateOfCause(it, title, page));
    }

    /// "Database outage" and "outage of the database" tell of the database; "shop down due to database" of the shop.
    private static boolean isPredicateOfCause(Match effect, Prose title, GuidePage page) {
        var infrastructure = page.words("infrastructure");
        for (var at = segmentStart(effect, title, page.words("turn")); at < effect.firstToken(); at++) {
            if (infrastructure.longestAt(title, at, effect.firstToken()) > 0) {
                return true;
            }
        }
        var limit = effect.sentence().endToken();
        var last = Math.min(effect.endToken() + 3, limit);
        for (var at = effect.endToken(); at < last && page.words("turn").longestAt(title, at, limit) < 0; at++) {
            if (infrastructure.longestAt(title, at, limit) > 0
                    && page.words("place").longestAt(title, at, limit) < 0) {
                return true;
            }
        }
        return infrastructure.longestAt(title, effect.firstToken(), effect.endToken()) == effect.endToken();
    }

    private static int segmentStart(Match effect, Prose title, PhraseList turn) {
        var start = effect.sentence().firstToken();
        for (var at = start + 1; at <= effect.firstToken(); at++) {
            var between = title.text()
                    .substring(
                            title.tokens().get(at - 1).end(),
                            title.tokens().get(at).start());
            if (between.contains(":")
                    || between.contains(" - ")
                    || between.contains("–")
                    || between.contains("—")
                    || between.contains(";")
                    || between.contains(",")
                    || turn.longestAt(title, at - 1, effect.firstToken()) > 0) {
                start = at;
            }
        }
        return start;
    }
}
