package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.PhraseList;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import dev.allclear.coach.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Own it: no accusations, and a third party only together with what we do ourselves.
final class Blame implements Rule {

    @Override
    public String id() {
        return "blame";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var house = reading.context().house();
        var findings = new ArrayList<Finding>();
        named(reading, PhraseBook.ofNames(house.forbidden()), page, findings);
        persons(reading, PhraseBook.ofNames(house.staff()), page, findings);
        accusation(reading, page).or(() -> alone(reading, page)).ifPresent(findings::add);
        return findings;
    }

    private static void named(Reading reading, PhraseList forbidden, GuidePage page, List<Finding> findings) {
        for (var field : Field.values()) {
            for (var name : forbidden.all(reading.prose(field))) {
                var found = reading.prose(field).textOf(name.span());
                findings.add(page.finding(Weight.ERROR, field, name.span(), "forbidden", "found", found)
                        .with(new Fix(page.sentence("button", ""), field, name.span(), page.sentence("instead", ""))));
            }
        }
    }

    private static void persons(Reading reading, PhraseList staff, GuidePage page, List<Finding> findings) {
        for (var field : Field.values()) {
            var prose = reading.prose(field);
            staff.all(prose).stream()
                    .filter(name -> page.words("fault-word").in(prose, name.sentence()))
                    .forEach(name -> findings.add(page.finding(
                            Weight.ERROR, field, name.span(), "person", "found", prose.textOf(name.span()))));
        }
    }

    private static Optional<Finding> accusation(Reading reading, GuidePage page) {
        return first(reading, page.words("accusing"), page, "")
                .or(() -> first(reading, page.words("accusing-others"), page, ""));
    }

    private static Optional<Finding> alone(Reading reading, GuidePage page) {
        // A partner's planned work is a notice, and no excuse.
        if (reading.both().stream().anyMatch(it -> actsOurselves(it, page))
                || reading.phase().planned()) {
            return Optional.empty();
        }
        return first(reading, page.words("cause"), page, "alone")
                .or(() -> first(reading, page.words("elsewhere"), page, "alone"))
                .or(() -> stranger(reading, page))
                .or(() -> traced(reading, page))
                .or(() -> given(reading, page))
                .or(() -> unknownHere(reading, page));
    }

    private static boolean actsOurselves(Prose prose, GuidePage page) {
        var denied = page.words("not-us").all(prose);
        return page.words("own-action").all(prose).stream()
                .anyMatch(it -> denied.stream().noneMatch(other -> other.span().overlaps(it.span())));
    }

    /// "A faulty update from Calderix": a name behind words that lead to an origin.
    private static Optional<Finding> traced(Reading reading, GuidePage page) {
        var body = reading.body();
        return page.words("leads-to").all(body).stream()
                .filter(it -> it.endToken() < it.sentence().endToken())
                .filter(it -> page.words("belonging")
                                .longestAt(
                                        body, it.endToken() + 1, it.sentence().endToken())
                        < 0)
                .map(it -> body.tokens().get(it.endToken()))
                .filter(it -> isName(it, reading, page))
                .map(it -> alone(it, reading, page))
                .findFirst();
    }

    /// "As Wetterlink is down": a name that gives the reason.
    private static Optional<Finding> given(Reading reading, GuidePage page) {
        var body = reading.body();
        return page.words("for-that").all(body).stream()
                .filter(it -> it.endToken() < it.sentence().endToken())
                .filter(it -> page.words("has-trouble")
                                .longestAt(
                                        body, it.endToken() + 1, it.sentence().endToken())
                        > 0)
                .map(it -> body.tokens().get(it.endToken()))
                .filter(it ->
                        isName(it, reading, page) && !page.words("ordinary").in(Prose.of(it.written())))
                .map(it -> alone(it, reading, page))
                .findFirst();
    }

    /// "Paygrid has a problem": where all our own names are known, any other is somebody else's.
    private static Optional<Finding> unknownHere(Reading reading, GuidePage page) {
        if (reading.context().house().components().isEmpty()) {
            return Optional.empty();
        }
        var body = reading.body();
        return page.words("has-trouble").all(body).stream()
                .filter(it -> it.firstToken() > it.sentence().firstToken())
                .filter(it ->
                        !isOrdinary(body, it.firstToken() - 1, it.sentence().firstToken(), page))
                .filter(it -> !isWhere(body, it.firstToken() - 1, it.sentence().firstToken(), page))
                .map(it -> body.tokens().get(it.firstToken() - 1))
                .filter(it -> isName(it, reading, page))
                .map(it -> alone(it, reading, page))
                .findFirst();
    }

    /// "Developers in Porto can't": the capitals before the trouble say where it is.
    private static boolean isWhere(Prose body, int last, int first, GuidePage page) {
        var at = last;
        while (at > first
                && Character.isUpperCase(body.tokens().get(at).written().codePointAt(0))) {
            at--;
        }
        return at < last && page.words("where").longestAt(body, at, at + 1) > 0;
    }

    private static boolean isPlace(Span span, Reading reading, GuidePage page) {
        return Stream.of(Countries.in(page.language()), page.words("continent"))
                .flatMap(places -> places.all(reading.body()).stream())
                .anyMatch(place -> place.span().overlaps(span));
    }

    /// "Northgate Hosting" is a name because of its first word, "Card Payments" has nothing of one.
    private static boolean isOrdinary(Prose body, int last, int first, GuidePage page) {
        for (var at = last; at >= first; at--) {
            var written = body.tokens().get(at).written();
            if (!Character.isUpperCase(written.codePointAt(0))) {
                return true;
            }
            if (!page.words("ordinary").in(Prose.of(written))) {
                return false;
            }
        }
        return true;
    }

    private static Finding alone(Token name, Reading reading, GuidePage page) {
        var span = new Span(name.start(), name.end());
        return page.finding(
                Weight.WARN, Field.BODY, span, "alone", "found", reading.body().textOf(span));
    }

    /// "Worldline told us": whoever it is, we are not the ones who speak.
    private static Optional<Finding> stranger(Reading reading, GuidePage page) {
        var body = reading.body();
        return page.words("speaks").all(body).stream()
                .filter(it -> it.firstToken() > it.sentence().firstToken())
                .map(it -> body.tokens().get(it.firstToken() - 1))
                .filter(it -> isName(it, reading, page))
                .map(it -> alone(it, reading, page))
                .findFirst();
    }

    private static boolean isName(Token token, Reading reading, GuidePage page) {
        var span = new Span(token.start(), token.end());
        return (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.DOMAIN)
                && Character.isUpperCase(token.written().codePointAt(0))
                && !page.words("nobody").in(Prose.of(token.written()))
                && !isPlace(span, reading, page)
                && reading.names().all(reading.body()).stream()
                        .noneMatch(name -> name.span().overlaps(span));
    }

    private static Optional<Finding> first(Reading reading, PhraseList words, GuidePage page, String variant) {
        return Stream.of(Field.BODY, Field.TITLE)
                .flatMap(field -> words.all(reading.prose(field)).stream()
                        .filter(it -> !isOwnName(reading, field, it) && !belongs(reading.prose(field), it, page))
                        .map(it -> page.finding(
                                Weight.WARN,
                                field,
                                it.span(),
                                variant,
                                "found",
                                reading.prose(field).textOf(it.span()))))
                .findFirst();
    }

    /// "Customers in the Initech region": the name says where.
    private static boolean belongs(Prose prose, Match match, GuidePage page) {
        var next = match.endToken();
        var limit = match.sentence().endToken();
        return page.words("third-party").longestAt(prose, next - 1, next) > 0
                && next < limit
                && page.words("belonging").longestAt(prose, next, limit) > 0;
    }

    private static boolean isOwnName(Reading reading, Field field, Match match) {
        return reading.names().all(reading.prose(field)).stream()
                .anyMatch(name -> name.span().overlaps(match.span()));
    }
}
