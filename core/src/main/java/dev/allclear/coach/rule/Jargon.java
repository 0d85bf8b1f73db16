package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words that the declared audience knows; the rest is explained, quoted or replaced.
final class Jargon implements Rule {

    private static final int MANY = 3;

    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{2,5}");

    @Override
    public String id() {
        return "jargon";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        return reading.technical() ? internal(reading, page) : general(reading, page);
    }

    private static List<Finding> general(Reading reading, GuidePage page) {
        var terms = new ArrayList<Found>();
        var weaker = new ArrayList<Found>();
        var glossary = PhraseBook.ofNames(
                reading.context().house().glossary().stream().map(Term::term).toList());
        for (var field : Field.values()) {
            for (var list : List.of(page.words("term"), glossary)) {
                found(reading, page, field, list.all(reading.prose(field))).forEach(terms::add);
            }
            found(reading, page, field, page.words("weaker").all(reading.prose(field)))
                    .forEach(weaker::add);
            found(reading, page, field, capitals(reading.prose(field))).forEach(weaker::add);
        }
        if (terms.isEmpty() && different(weaker).size() > MANY) {
            terms.addAll(weaker);
        }
        if (terms.isEmpty()) {
            return List.of();
        }
        var first = terms.getFirst();
        var words = different(terms);
        var weight = words.size() >= MANY || first.field() == Field.TITLE || reading.channel() == Channel.SMS
                ? Weight.WARN
                : Weight.HINT;
        var plain = plain(reading, first.text());
        var variant = words.size() >= MANY ? "many" : "";
        var shown = words.size() >= MANY ? String.join(", ", words) : first.text();
        return List.of(page.finding(
                        weight,
                        first.field(),
                        first.match().span(),
                        variant,
                        "found",
                        shown,
                        "plain",
                        plain.orElse(page.sentence("plain", "")))
                .with(plain.map(it -> new Fix(
                        page.sentence("button", "", "plain", it),
                        first.field(),
                        first.match().span(),
                        it))));
    }

    private record Found(Field field, Match match, String text) {}

    private static List<Found> found(Reading reading, GuidePage page, Field field, List<Match> matches) {
        var prose = reading.prose(field);
        var names = reading.names().all(prose);
        return matches.stream()
                .filter(it -> names.stream().noneMatch(name -> name.span().overlaps(it.span())))
                .map(it -> new Found(field, it, prose.textOf(it.span())))
                .filter(it -> !page.words("known").in(Prose.of(it.text())))
                .filter(it -> !isQuoted(prose.text(), it.match()) && !isExplained(reading, page, it))
                .toList();
    }

    /// Two to five capitals, such as the short name of a system; most readers have never seen it written out.
    private static List<Match> capitals(Prose prose) {
        var capitals = new ArrayList<Match>();
        for (var sentence : prose.sentences()) {
            for (var at = sentence.firstToken(); at < sentence.endToken(); at++) {
                var token = prose.tokens().get(at);
                if (CAPITALS.matcher(token.written()).matches()) {
                    capitals.add(new Match(at, at + 1, new Span(token.start(), token.end()), sentence));
                }
            }
        }
        return capitals;
    }

    /// Each once, as it was written first.
    private static List<String> different(List<Found> found) {
        var words = new LinkedHashMap<String, String>();
        found.forEach(it -> words.putIfAbsent(singular(it.text().toLowerCase(Locale.ROOT)), it.text()));
        return List.copyOf(words.values());
    }

    private static String singular(String word) {
        return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }

    private static Optional<String> plain(Reading reading, String term) {
        return reading.context().house().glossary().stream()
                .filter(it -> it.term().equalsIgnoreCase(term))
                .map(Term::plain)
                .findFirst();
    }

    /// An error text that customers see may be quoted as it stands.
    private static boolean isQuoted(String text, Match match) {
        var from = Math.max(0, match.span().start() - 80);
        var marks = 0;
        for (var at = from; at < match.span().start(); at++) {
            var here = text.charAt(at);
            if (here == '\n') {
                marks = 0;
            } else if (here == '"'
                    || here == '“'
                    || here == '”'
                    || here == '„'
                    || here == '`'
                    || here == '»'
                    || here == '«') {
                marks++;
            }
        }
        return marks % 2 == 1;
    }

    private static boolean isExplained(Reading reading, GuidePage page, Found found) {
        var prose = reading.prose(found.field());
        var rest = prose.text().substring(found.match().span().end()).stripLeading();
        var next = found.match().endToken();
        var limit = found.match().sentence().endToken();
        var start = found.match().span().start();
        return (start > 0 && prose.text().charAt(start - 1) == '(')
                || (rest.startsWith("(") && rest.indexOf(')') > 8)
                || (next < limit && page.words("explained").longestAt(prose, next, limit) > 0);
    }

    private static List<Finding> internal(Reading reading, GuidePage page) {
        for (var field : Field.values()) {
            var prose = reading.prose(field);
            var term = page.words("internal")
                    .first(prose)
                    .map(Match::span)
                    .or(() -> MachineNames.codeName(prose))
                    .or(() -> MachineNames.flag(prose))
                    .or(() -> MachineNames.logLine(prose))
                    .or(() -> MachineNames.trace(prose));
            if (term.isPresent()) {
                return List.of(
                        page.finding(Weight.HINT, field, term.get(), "internal", "found", prose.textOf(term.get())));
            }
        }
        return List.of();
    }
}
