package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.people.AccountId;
import dev.allclear.policy.Approval;
import dev.allclear.policy.Audience;
import dev.allclear.policy.Cadence;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The form of a severity policy: each field is named after its severity, as in `critical.firstMessage`, and the people
/// to call are `escalation1` to `escalation5`.
final class PolicyForm {

    static final int PEOPLE = 5;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private PolicyForm() {}

    static Parameters filled(SeverityPolicy policy) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var severity : Severity.values()) {
            var terms = policy.of(severity);
            var values = new LinkedHashMap<String, String>();
            values.put("firstMessage", minutes(terms.firstMessage()));
            values.put("investigating", minutes(terms.cadence().investigating()));
            values.put("identified", minutes(terms.cadence().identified()));
            values.put("monitoring", minutes(terms.cadence().monitoring()));
            values.put("audience", terms.audience().key());
            values.put("approval", terms.approval().key());
            values.put("holdBack", Long.toString(terms.holdBack().toSeconds()));
            values.put("holding", terms.holding().map(PolicyForm::minutes).orElse(""));
            values.put(
                    "report",
                    terms.report().map(Duration::toDays).map(String::valueOf).orElse(""));
            Languages.ALL.forEach(language ->
                    values.put(compensation(language), terms.compensation().getOrDefault(language, "")));
            values.forEach((name, value) -> fields.put(severity.key() + "." + name, List.of(value)));
        }
        for (var i = 1; i <= PEOPLE; i++) {
            var person = policy.escalation().size() < i
                    ? ""
                    : policy.escalation().get(i - 1).value();
            fields.put("escalation" + i, List.of(person));
        }
        return Parameters.of(fields);
    }

    static String compensation(Language language) {
        return "compensation." + language.tag();
    }

    private static String minutes(Duration duration) {
        return Long.toString(duration.toMinutes());
    }

    static SeverityPolicy read(Parameters typed) {
        var faults = new Faults();
        var terms = new EnumMap<Severity, Optional<Terms>>(Severity.class);
        for (var severity : Severity.values()) {
            terms.put(severity, new Part(typed, severity.key() + ".", faults).terms());
        }
        var people = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> typed.filled("escalation" + i))
                .flatMap(Optional::stream)
                .map(AccountId::new)
                .toList();
        faults.refuseIfAny();
        var whole = new EnumMap<Severity, Terms>(Severity.class);
        terms.forEach((severity, its) -> whole.put(severity, its.orElseThrow()));
        return faults.read("escalation1", () -> new SeverityPolicy(whole, people))
                .orElseThrow(() -> {
                    faults.refuseIfAny();
                    return new IllegalStateException("refused without a fault");
                });
    }

    /// The fields of one severity.
    private record Part(Parameters typed, String prefix, Faults faults) {

        Optional<Terms> terms() {
            var first = number("firstMessage", ChronoUnit.MINUTES);
            var investigating = number("investigating", ChronoUnit.MINUTES);
            var identified = number("identified", ChronoUnit.MINUTES);
            var monitoring = number("monitoring", ChronoUnit.MINUTES);
            var audience = one("audience", Audience.values(), Audience::key);
            var approval = one("approval", Approval.values(), Approval::key);
            var holdBack = number("holdBack", ChronoUnit.SECONDS);
            var holding = ifTyped("holding", ChronoUnit.MINUTES);
            var report = ifTyped("report", ChronoUnit.DAYS);
            if (!faults.isEmpty()) {
                return Optional.empty();
            }
            return read(() -> new Terms(
                    first.orElseThrow(),
                    new Cadence(investigating.orElseThrow(), identified.orElseThrow(), monitoring.orElseThrow()),
                    audience.orElseThrow(),
                    approval.orElseThrow(),
                    holdBack.orElseThrow(),
                    holding,
                    report,
                    compensation()));
        }

        /// The core names its own fields; here each stands under its severity.
        private Optional<Terms> read(Supplier<Terms> reading) {
            try {
                return Optional.of(reading.get());
            } catch (Refused.Invalid invalid) {
                invalid.faults().forEach(fault -> faults.add(prefix + fault.field(), fault.message()));
                return Optional.empty();
            }
        }

        private Optional<Duration> number(String name, ChronoUnit unit) {
            var value = typed.get(prefix + name).strip();
            if (!NUMBER.matcher(value).matches()) {
                faults.add(prefix + name, "Give a number of " + unit.toString().toLowerCase(Locale.ROOT) + ".");
                return Optional.empty();
            }
            return Optional.of(Duration.of(Long.parseLong(value), unit));
        }

        private Optional<Duration> ifTyped(String name, ChronoUnit unit) {
            return typed.get(prefix + name).isBlank() ? Optional.empty() : number(name, unit);
        }

        private <E> Optional<E> one(String name, E[] values, Function<E, String> key) {
            var found = Arrays.stream(values)
                    .filter(value -> key.apply(value).equals(typed.get(prefix + name)))
                    .findFirst();
            if (found.isEmpty()) {
                faults.add(prefix + name, "Choose one of these.");
            }
            return found;
        }

        private Map<Language, String> compensation() {
            var sentences = new LinkedHashMap<Language, String>();
            Languages.ALL.forEach(language -> typed.filled(prefix + PolicyForm.compensation(language))
                    .ifPresent(sentence -> sentences.put(language, sentence)));
            return sentences;
        }
    }
}
