package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Lexicon;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The form of a company's own words: one entry per line, in the glossary `term = plain words`.
final class WordForm {

    private WordForm() {}

    static Parameters filled(Lexicon lexicon) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("products", List.of(lines(lexicon.products())));
        fields.put(
                "glossary",
                List.of(lexicon.glossary().stream()
                        .map(term -> term.term() + " = " + term.plain())
                        .collect(Collectors.joining("\n"))));
        fields.put("forbidden", List.of(lines(lexicon.forbidden())));
        fields.put("patterns", List.of(lines(lexicon.patterns())));
        fields.put("support", List.of(lexicon.support()));
        return Parameters.of(fields);
    }

    private static String lines(List<String> words) {
        return String.join("\n", words);
    }

    static Lexicon read(Parameters typed) {
        var faults = new Faults();
        var glossary = faults.read(
                () -> words(typed, "glossary").stream().map(WordForm::term).toList());
        // The rest is looked at all the same, so that people hear of everything at once.
        var lexicon = faults.read(() -> new Lexicon(
                words(typed, "products"),
                glossary.orElse(List.of()),
                words(typed, "forbidden"),
                words(typed, "patterns"),
                typed.get("support").strip()));
        faults.refuseIfAny();
        return lexicon.orElseThrow();
    }

    private static List<String> words(Parameters typed, String field) {
        return typed.get(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Term term(String line) {
        var equals = line.indexOf('=');
        if (equals < 1 || line.substring(equals + 1).isBlank()) {
            throw new Refused.Invalid(
                    "glossary", "“" + line + "” should be a term, an equals sign, and the plain words for it.");
        }
        return new Term(
                line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
}
