package dev.allclear.playbook;

import dev.allclear.playbook.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds where sentences begin and end in a template.
final class Sentence {

    private static final Pattern END = Pattern.compile("[.!?…](?=\\s|$)|\\n");

    private Sentence() {}

    /// Leaves out every sentence that names the variable.
    static List<Part> without(Variable variable, List<Part> parts) {
        var rest = new ArrayList<Part>();
        var inside = false;
        for (var part : parts) {
            if (part instanceof Part.Slot(var named) && named == variable) {
                cutBack(rest);
                inside = true;
            } else if (inside && part instanceof Part.Words(var words)) {
                var end = END.matcher(words);
                if (end.find()) {
                    inside = false;
                    add(words.substring(end.end()), rest);
                }
            } else if (!inside || part instanceof Part.Aside) {
                inside = false;
                if (part instanceof Part.Words(var words)) {
                    add(words, rest);
                } else if (!Template.named(List.of(part)).contains(variable)) {
                    rest.add(part);
                }
            }
        }
        return rest;
    }

    /// Takes away what was said of the sentence so far. What may vanish ends with a sentence of its own.
    private static void cutBack(List<Part> parts) {
        while (!parts.isEmpty() && !(parts.getLast() instanceof Part.Aside)) {
            if (parts.removeLast() instanceof Part.Words(var words)) {
                var end = END.matcher(words).results().reduce((_, last) -> last);
                if (end.isPresent()) {
                    add(words.substring(0, end.get().end()).stripTrailing(), parts);
                    return;
                }
            }
        }
    }

    /// Where something was left out, the space of one side is enough.
    private static void add(String words, List<Part> parts) {
        var isGap = !parts.isEmpty() && parts.getLast() instanceof Part.Words(var before) && before.endsWith(" ");
        var rest = isGap ? words.stripLeading() : words;
        if (!rest.isEmpty()) {
            parts.add(new Part.Words(rest));
        }
    }
}
