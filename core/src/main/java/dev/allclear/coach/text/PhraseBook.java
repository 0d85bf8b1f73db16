package dev.allclear.coach.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Turns written lists of phrases into lists that can be searched; a list may use another by its `<name>`.
public final class PhraseBook {

    private final Map<String, List<String>> written;
    private final Map<String, PhraseList> known;
    private final Map<String, PhraseList> read = new HashMap<>();
    private final Set<String> reading = new HashSet<>();

    /// @param known lists that these may use, and widen under the same name
    public PhraseBook(Map<String, List<String>> written, Map<String, PhraseList> known) {
        this.written = written;
        this.known = known;
        read.putAll(known);
        read.keySet().removeAll(written.keySet());
    }

    public Map<String, PhraseList> read() {
        written.keySet().forEach(this::list);
        return Map.copyOf(read);
    }

    /// A list of plain words, as an organisation gives its own names.
    public static PhraseList ofNames(List<String> names) {
        return new PhraseList(names.stream()
                .map(Prose::of)
                .filter(name -> !name.tokens().isEmpty())
                .map(name -> new Phrase(name.tokens().stream()
                        .map(token -> (Phrase.Element) new Phrase.Literal(token.word()))
                        .toList()))
                .toList());
    }

    private PhraseList list(String name) {
        var ready = read.get(name);
        if (ready != null) {
            return ready;
        }
        if (!written.containsKey(name) || !reading.add(name)) {
            // Used by itself: it widens the known list of its name.
            return Objects.requireNonNull(known.get(name), () -> "no list of phrases <" + name + ">");
        }
        var lines = written.getOrDefault(name, List.of());
        var list = new PhraseList(
                lines.stream().flatMap(line -> variants(line).stream()).toList());
        read.put(name, list);
        return list;
    }

    /// A phrase with words that may be missing is several phrases without such words.
    private List<Phrase> variants(String line) {
        List<List<Phrase.Element>> variants = List.of(List.of());
        for (var part : line.strip().split(" +", -1)) {
            var optional = part.length() > 1 && part.endsWith("?");
            var ways = ways(optional ? part.substring(0, part.length() - 1) : part);
            var longer = new ArrayList<List<Phrase.Element>>();
            for (var variant : variants) {
                if (optional) {
                    longer.add(variant);
                }
                for (var way : ways) {
                    var with = new ArrayList<>(variant);
                    with.add(way);
                    longer.add(with);
                }
            }
            variants = longer;
        }
        return variants.stream().filter(it -> !it.isEmpty()).map(Phrase::new).toList();
    }

    /// Words that stand for one another are one element; a list among them is another way to go on.
    private List<Phrase.Element> ways(String part) {
        var ways = new ArrayList<Phrase.Element>();
        var words = new ArrayList<Phrase.Element>();
        for (var way : part.split("\\|", -1)) {
            var element = element(way);
            (element instanceof Phrase.Listed ? ways : words).add(element);
        }
        if (!words.isEmpty()) {
            ways.add(words.size() == 1 ? words.getFirst() : new Phrase.Either(words));
        }
        return ways;
    }

    private Phrase.Element element(String part) {
        if (part.equals("...")) {
            return new Phrase.Gap(8);
        }
        if (part.equals("..")) {
            return new Phrase.Gap(3);
        }
        return switch (part) {
            case "^" -> Phrase.Begin.SENTENCE;
            case "<number>" -> Phrase.Kind.NUMBER;
            case "<clock>" -> Phrase.Kind.CLOCK;
            case "<link>" -> Phrase.Kind.LINK;
            case "<word>" -> Phrase.Kind.WORD;
            default -> word(part);
        };
    }

    private Phrase.Element word(String part) {
        if (part.startsWith("<")) {
            return new Phrase.Listed(list(part.substring(1, part.length() - 1)));
        }
        if (part.startsWith("=")) {
            return new Phrase.Exact(part.substring(1));
        }
        var letters = part.replace("*", "").toLowerCase(Locale.ROOT);
        if (part.startsWith("*")) {
            return part.endsWith("*") ? new Phrase.Middle(letters) : new Phrase.End(letters);
        }
        return part.endsWith("*") ? new Phrase.Start(letters) : new Phrase.Literal(letters);
    }
}
