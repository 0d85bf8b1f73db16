package dev.allclear.coach;

import dev.allclear.Fault;
import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.coach.Context.Term;
import dev.allclear.coach.text.NamePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A company's own words: what it calls its things, what it says instead of the trade's words, and what stays inside.
///
/// @param products names of its own, which are never jargon
/// @param glossary words of the trade, each with what to say instead
/// @param forbidden names that must not be published: vendors under contract, code names
/// @param patterns how it names hosts and tickets: letters as they are, `#` for digits, `*` for anything but a gap
/// @param support where customers reach a person, which may be published; empty for nothing beside the page's link
public record Lexicon(
        List<String> products, List<Term> glossary, List<String> forbidden, List<String> patterns, String support) {

    public static final int LONGEST = 80;
    private static final int MOST = 500;

    public static final Lexicon EMPTY = new Lexicon(List.of(), List.of(), List.of(), List.of(), "");

    public Lexicon {
        var faults = new ArrayList<Fault>();
        products = checked("products", products, one -> Text.line("products", one, LONGEST), faults);
        glossary = checked("glossary", glossary, Lexicon::term, faults);
        forbidden = checked("forbidden", forbidden, one -> Text.line("forbidden", one, LONGEST), faults);
        patterns = checked("patterns", patterns, Lexicon::pattern, faults);
        support = checked("support", List.of(support), one -> Text.optionalLine("support", one, 200), faults).stream()
                .findFirst()
                .orElse("");
        if (!faults.isEmpty()) {
            throw new Refused.Invalid(faults);
        }
        var own = new HashSet<>(lower(products));
        for (var name : lower(forbidden)) {
            if (own.contains(name)) {
                throw new Refused.Invalid("forbidden", "“" + name + "” is a product too: it can’t be both.");
            }
        }
    }

    private static <T> List<T> checked(String field, List<T> all, Function<T, T> check, List<Fault> faults) {
        if (all.size() > MOST) {
            faults.add(new Fault(field, "These are too many: at most " + MOST + "."));
            return List.of();
        }
        var kept = new ArrayList<T>();
        for (var one : all) {
            try {
                kept.add(check.apply(one));
            } catch (Refused.Invalid invalid) {
                faults.addAll(invalid.faults());
            }
        }
        return kept.stream().distinct().toList();
    }

    private static Term term(Term term) {
        return new Term(Text.line("glossary", term.term(), LONGEST), Text.line("glossary", term.plain(), 2 * LONGEST));
    }

    private static String pattern(String written) {
        var pattern = Text.line("patterns", written, LONGEST);
        if (!new NamePattern(pattern).isTelling()) {
            throw new Refused.Invalid(
                    "patterns",
                    "“" + pattern + "” would fit nearly everything: write at least two letters of the name.");
        }
        return pattern;
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
