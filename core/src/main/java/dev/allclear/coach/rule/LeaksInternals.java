package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.NamePattern;
import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import dev.allclear.coach.text.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// No machine names, internal addresses, tickets, paths, log lines or colleagues' names.
final class LeaksInternals implements Rule {

    private static final String SMALL_NOUNS = "en";

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    private static final Pattern PRIVATE_ADDRESS = Pattern.compile("(?<![\\d.])(?:10\\." + OCTET
            + "|192\\.168|172\\.(?:1[6-9]|2\\d|3[01])|169\\.254|127\\.0)(?:\\." + OCTET + "){2}(?![\\d.]\\d|/)");

    private static final Map<String, Pattern> OTHER = Map.of(
            "host",
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}./@-])(?:[a-z][a-z0-9]{0,20}-){0,4}(?:db|sql|srv|server|svc|mx|smtp|mail|web|www|app|api|gw|lb|ns|dc|vm|esx|hv|host|node|worker|cache|redis|kafka|pg|mysql|proxy|edge|core|sw|fw|filter|prod|stg|stage|staging|dev|int|backend|queue|k8s|pool|storage|nas|san|compute|rack)(?:-[a-z]{1,12})?-?\\d{1,4}(?![\\p{L}\\p{N}-]|\\.\\p{L})"
                                    + "|(?<![\\p{L}\\p{N}./-])[a-z][a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){2,9}-(?=[a-z0-9]{0,19}\\d)[a-z0-9]{4,20}(?:-[a-z0-9]{1,20}){0,2}(?![\\p{L}\\p{N}-])"
                                    + "|(?<![\\p{L}\\p{N}@/-])[a-z0-9][a-z0-9-]{0,40}(?:\\.[a-z0-9-]{1,30}){0,3}\\.(?:local|internal|lan|corp|intra|localdomain|int(?=\\.\\p{L}))\\b"
                                    + "|(?<![\\p{L}\\p{N}@./-])(?:db|sql|mysql|pg|srv|esx|hv|hypervisor|redis|k8s|worker|cache|lb)-?\\d{1,3}(?:\\.[a-z0-9-]{1,30}){2,4}"
                                    + "|(?<![\\p{L}\\p{N}./@-])[a-z]{2,12}(?:-[a-z]{2,12}){0,4}-?0\\d{1,2}(?![\\p{L}\\p{N}-])"
                                    + "|(?<![\\p{L}\\p{N}-])(?:ip(?:-\\d{1,3}){4}|(?:i|vol|eni|sg|subnet|snap)-(?=[0-9a-f]*\\d)[0-9a-f]{8,17}|arn:aws:\\S{5,80})(?![\\p{L}\\p{N}-])"),
            "address",
                    Pattern.compile("(?<![\\d.v])(?:" + OCTET + "\\.){3}" + OCTET + "(?![\\d./]\\d|/)"
                            + "|(?<![\\w:.])(?=[0-9a-fA-F:]{0,40}[a-fA-F])(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}(?![\\w:/])"
                            + "|(?<![\\w:.])(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}(?![\\w:/])"),
            "table",
                    Pattern.compile(
                            "(?<=\\b(?:table|column|tables|columns|queue|topic|index|bucket) [`\"']?)[a-z]{2,30}(?:_[a-z0-9]{1,30}){1,5}\\b|\\b[a-z]{2,30}(?:_[a-z0-9]{1,30}){1,5}(?=[`\"']? (?:table|column|index|tables|columns|queue|topic|bucket)\\b)"),
            "ticket",
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}/=\\[-])(?:INC|CHG|PRB|RITM|REQ|TASK|SCTASK)-?\\d{4,12}\\b|(?<![\\p{L}\\p{N}/=\\[-])(?:OPS|INFRA|SRE|DEVOPS|PLAT|INCIDENT|TICKET|JIRA|BUG|ENG|SYSENG|NETOPS|HELP|IT|PROD|DEV)-\\d{2,7}\\b"
                                    + "|(?<=\\b(?:[Tt]icket|[Rr]eference|[Rr]ef\\.?|[Jj]ira|JIRA|tracked (?:in|as|under)|[Ii]nternal (?:ticket|issue|case)):? )#?(?:[A-Z]{2,10}-\\d{2,7}|\\d{4,10}(?<=nternal (?:ticket|issue|case):? #?\\d{4,10}))\\b"),
            "path",
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}/.:<-])/(?:etc|var|home|opt|usr|srv|mnt|tmp|root|proc|dev)/[\\w.-]{1,60}|\\b[A-Z]:\\\\[\\w\\\\.-]{2,80}"),
            "commit", Pattern.compile("(?<=\\b(?:commit|revision|sha) )[0-9a-f]{7,40}\\b"));

    @Override
    public String id() {
        return "leaks-internals";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        return Stream.of(Field.BODY, Field.TITLE)
                .flatMap(field -> {
                    var known = known(reading, field, page).toList();
                    var guessed = guessed(reading, field, page).stream()
                            .filter(guess ->
                                    known.stream().noneMatch(it -> it.span().overlaps(guess.span())));
                    return Stream.concat(known.stream(), guessed);
                })
                .toList();
    }

    private static Stream<Finding> known(Reading reading, Field field, GuidePage page) {
        var prose = reading.prose(field);
        var house = reading.context().house();
        var values =
                PhraseBook.ofNames(house.internalValues()).all(prose).stream().map(it -> it.span());
        var patterns =
                house.internalPatterns().stream().map(NamePattern::new).flatMap(it -> it.all(prose.text()).stream());
        var staff = PhraseBook.ofNames(house.staff()).all(prose).stream().map(it -> it.span());
        return Stream.of(
                        values.map(
                                span -> page.finding(Weight.ERROR, field, span, "field", "found", prose.textOf(span))),
                        patterns.map(span -> finding(page, Weight.ERROR, prose, field, span, "pattern")),
                        staff.map(span -> finding(page, Weight.ERROR, prose, field, span, "person")))
                .flatMap(found -> found);
    }

    private static Optional<Finding> guessed(Reading reading, Field field, GuidePage page) {
        var prose = reading.prose(field);
        var sure = MachineNames.all(PRIVATE_ADDRESS, prose).stream()
                .findFirst()
                .filter(it -> !isPublic(prose, it, reading))
                .map(it -> finding(page, Weight.ERROR, prose, field, it, "address"))
                .or(() -> MachineNames.trace(prose)
                        .or(() -> InnerParts.thrown(prose))
                        .map(it -> finding(page, Weight.ERROR, prose, field, it, "trace")));
        return sure.or(() -> Stream.concat(OTHER.entrySet().stream(), InnerParts.WRITTEN.entrySet().stream())
                        .flatMap(kind -> MachineNames.all(kind.getValue(), prose).stream()
                                .filter(span -> isPlain(kind.getKey()) || !isPublic(prose, span, reading))
                                .map(span -> finding(page, Weight.WARN, prose, field, span, kind.getKey())))
                        .findFirst())
                .or(() -> MachineNames.logLine(prose).map(it -> finding(page, Weight.WARN, prose, field, it, "log")))
                .or(() -> MachineNames.codeName(prose)
                        .filter(it -> !page.words("known").in(Prose.of(prose.textOf(it))))
                        .map(it -> finding(page, Weight.WARN, prose, field, it, "host")))
                .or(() -> InnerParts.className(prose).map(it -> finding(page, Weight.WARN, prose, field, it, "class")))
                .or(() -> page.words("tool")
                        .first(prose)
                        .map(it -> finding(page, Weight.WARN, prose, field, it.span(), "tool")))
                .or(() ->
                        person(reading, prose, page).map(it -> finding(page, Weight.WARN, prose, field, it, "person")))
                .or(() -> machine(prose, page).map(it -> finding(page, Weight.WARN, prose, field, it, "host")));
    }

    /// The word before says what it is, so that no look of the name can make it public.
    private static boolean isPlain(String kind) {
        return kind.equals("shard") || kind.equals("part");
    }

    private static boolean isPublic(Prose prose, Span span, Reading reading) {
        return prose.tokens().stream()
                        .filter(it -> it.kind() == Token.Kind.LINK)
                        .anyMatch(it -> new Span(it.start(), it.end()).overlaps(span))
                || reading.names().all(prose).stream().anyMatch(it -> it.span().overlaps(span))
                || PublicNames.looksPublic(prose.text(), span);
    }

    /// "Reported to Jordan Smith": two capitals behind a word that hands something to a person.
    private static Optional<Span> person(Reading reading, Prose prose, GuidePage page) {
        if (!page.language().equals(reading.language())) {
            return Optional.empty();
        }
        return page.words("reported").all(prose).stream()
                .flatMap(it ->
                        PublicNames.fullName(prose, it.endToken(), it.sentence().endToken()).stream())
                .findFirst()
                .or(() -> page.words("our-person").all(prose).stream()
                        .flatMap(it -> PublicNames.name(
                                prose, it.endToken(), it.sentence().endToken())
                                .stream())
                        .findFirst())
                .or(() -> page.words("from-our-team").all(prose).stream()
                        .filter(it -> it.firstToken() > it.sentence().firstToken())
                        .flatMap(it -> namedBefore(reading, prose, it.firstToken()).stream())
                        .findFirst())
                .or(() -> prose.sentences().stream()
                        .flatMap(it -> PublicNames.firstName(prose, it, page.words("arrives")).stream())
                        .findFirst());
    }

    private static Optional<Span> namedBefore(Reading reading, Prose prose, int token) {
        return reading.language().equals(SMALL_NOUNS)
                ? PublicNames.name(prose, token - 1, token)
                : PublicNames.firstName(prose, token - 1);
    }

    private static Optional<Span> machine(Prose prose, GuidePage page) {
        return page.words("machine").all(prose).stream()
                .filter(it -> it.endToken() < it.sentence().endToken())
                .map(it -> prose.tokens().get(it.endToken()))
                .filter(it -> it.kind() == Token.Kind.DOMAIN)
                .map(it -> new Span(it.start(), it.end()))
                .findFirst();
    }

    private static Finding finding(GuidePage page, Weight weight, Prose prose, Field field, Span span, String kind) {
        return page.finding(weight, field, span, "", "found", prose.textOf(span), "kind", page.sentence(kind, ""));
    }
}
