package dev.allclear.playbook;

import dev.allclear.playbook.Template.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts values into a template so that the seams don't show: no doubled full stop, no gap where a sentence vanished,
/// a capital where a sentence begins. The values themselves are never read as templates.
final class Filling {

    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…]['\"”’»“)]*\\s+", Pattern.DOTALL);
    private static final Pattern LIST_ITEM =
            Pattern.compile("(?:.*\n)?\\s*(?:[-*+]|\\d+[.)])\\s[^\n]*", Pattern.DOTALL);
    private static final Pattern GOES_ON = Pattern.compile("[,;:)].*|\\s+[\\p{Ll}(–].*", Pattern.DOTALL);

    private final Values values;
    private final StringBuilder text = new StringBuilder();
    private final Set<Variable> missing = EnumSet.noneOf(Variable.class);
    private boolean afterValue;
    private boolean afterGap;

    Filling(Values values) {
        this.values = values;
    }

    void add(List<Part> parts) {
        for (var part : parts) {
            switch (part) {
                case Part.Words(var words) -> words(words);
                case Part.Slot(var variable) ->
                    values.get(variable).ifPresentOrElse(value -> value(variable, value), () -> missing.add(variable));
                case Part.Aside aside -> {
                    if (stands(aside)) {
                        add(aside.parts());
                    } else {
                        afterGap = true;
                    }
                }
            }
        }
    }

    Rendering<String> result() {
        return missing.isEmpty() ? new Rendering.Filled<>(text.toString().strip()) : new Rendering.Missing<>(missing);
    }

    private boolean stands(Part.Aside aside) {
        return aside.condition().map(values::holds).orElse(true)
                && Template.named(aside.parts()).stream()
                        .allMatch(variable -> values.get(variable).isPresent());
    }

    private void words(String words) {
        var next = words;
        if (afterGap) {
            next = closed(next);
        }
        if (afterValue) {
            next = joined(next);
        }
        if (!next.isEmpty()) {
            text.append(next);
            afterValue = false;
            afterGap = false;
        }
    }

    /// Where something vanished, the space of one side is enough.
    private String closed(String words) {
        var trailing = text.length() - text.toString().stripTrailing().length();
        if (words.startsWith("\n") || words.startsWith(".") || words.startsWith(",")) {
            text.setLength(text.length() - trailing);
            return text.isEmpty() ? words.stripLeading() : words;
        }
        if (text.isEmpty() || trailing > 0) {
            return words.startsWith(" ") ? words.substring(1) : words;
        }
        return words;
    }

    /// A value that is a sentence of its own keeps its full stop, and takes none from the template.
    private String joined(String words) {
        if (words.startsWith(".") && LIST_ITEM.matcher(text).matches()) {
            return words.length() == 1 ? "" : "\n\n" + words.substring(1).stripLeading();
        }
        var last = text.charAt(text.length() - 1);
        if (words.startsWith(".") && ".!?…".indexOf(last) >= 0) {
            return words.substring(1);
        }
        if (last == '.' && GOES_ON.matcher(words).matches()) {
            text.setLength(text.length() - 1);
        }
        return words;
    }

    /// A name is spelt as its owner spells it, even at the beginning of a sentence.
    private void value(Variable variable, String value) {
        var begins = text.isEmpty() || SENTENCE_END.matcher(text).matches() || text.charAt(text.length() - 1) == '\n';
        text.append(begins && variable.shape() == Variable.Shape.PROSE ? capitalised(value) : value);
        afterValue = true;
        afterGap = false;
    }

    /// `iPhone` and `eBay` stay as they are.
    private static String capitalised(String value) {
        var first = value.codePointAt(0);
        var length = Character.charCount(first);
        var mixed = value.length() > length && Character.isUpperCase(value.codePointAt(length));
        return mixed || !Character.isLowerCase(first)
                ? value
                : Character.toString(Character.toTitleCase(first)) + value.substring(length);
    }
}
