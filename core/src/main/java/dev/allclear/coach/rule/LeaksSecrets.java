package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// No keys, passwords, personal data or account numbers.
final class LeaksSecrets implements Rule {

    private static final Map<String, Pattern> KINDS = Map.of(
            "key",
                    Pattern.compile(
                            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{20,80}|\\bxox[abprs]-[A-Za-z0-9-]{10,80}"
                                    + "|\\beyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{4,2000}|-----BEGIN [A-Z ]{0,30}PRIVATE KEY|\\bsk_(?:live|test)_[A-Za-z0-9]{10,80}"),
            "password",
                    Pattern.compile(
                            "(?i)\\b(?:password|passwd|pwd|passwort|kennwort|secret|api[_-]?key|access[_-]?token|auth[_-]?token)[\"']?\\s{0,2}[:=]\\s{0,2}[\"']?[^\\s\"',;]{6,200}|[?&](?:token|session|sid|key|auth|signature)=[A-Za-z0-9%._-]{8,400}"),
            "account", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b"),
            "card", Pattern.compile("(?<![\\d.])\\d(?:[ -]?\\d){12,18}(?![\\d.])"),
            "email",
                    Pattern.compile(
                            "[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{2,63}){1,4}"),
            "phone",
                    Pattern.compile(
                            "(?<![\\p{L}\\d+])(?:\\+|00)[1-9]\\d{0,2}[ /.-]?\\(?\\d{2,5}\\)?(?:[ /.-]?\\d{2,5}){2,4}(?!\\d)"));

    @Override
    public String id() {
        return "leaks-secrets-pii";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        return Stream.of(Field.values())
                .flatMap(field -> KINDS.entrySet().stream()
                        .flatMap(kind -> kind.getValue()
                                .matcher(reading.prose(field).text())
                                .results()
                                .map(it -> new Span(it.start(), it.end()))
                                .filter(span -> counts(
                                        kind.getKey(), reading.prose(field).textOf(span), reading))
                                .map(span -> page.finding(
                                        Weight.ERROR,
                                        field,
                                        span,
                                        "",
                                        "found",
                                        reading.prose(field).textOf(span),
                                        "kind",
                                        page.sentence(kind.getKey(), "")))))
                .limit(5)
                .toList();
    }

    private static boolean counts(String kind, String found, Reading reading) {
        return switch (kind) {
            case "card" -> Checksums.luhn(found);
            case "account" -> Checksums.iban(found);
            case "email", "phone" -> !isOurs(found, reading);
            default -> true;
        };
    }

    /// The support contact is meant to be found; so are addresses of roles and of examples.
    private static boolean isOurs(String found, Reading reading) {
        var small = found.toLowerCase(Locale.ROOT);
        return reading.context()
                        .house()
                        .supportContact()
                        .filter(it -> it.toLowerCase(Locale.ROOT).contains(small)
                                || (!digits(found).isEmpty() && digits(it).contains(digits(found))))
                        .isPresent()
                || small.matches(
                        "(?:support|help|helpdesk|info|contact|status|service|servicedesk|security|abuse|noc|kontakt|hilfe|press|team|feedback|care|ops)[a-z-]*@.*")
                || small.endsWith("@example.com")
                || small.endsWith("@example.org");
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
