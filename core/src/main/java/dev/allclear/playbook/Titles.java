package dev.allclear.playbook;

import dev.allclear.playbook.Rendering.Filled;
import dev.allclear.playbook.Rendering.Missing;
import java.util.List;

/// Titles for one message, the best first. The first that is complete and short enough is taken; the last always is.
public record Titles(List<Template> choices) {

    /// What a phone shows of a subject before it cuts it off.
    public static final int LIMIT = 60;

    public Titles {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("a message has a title");
        }
    }

    Rendering<String> fill(Values values) {
        for (var choice : choices) {
            if (choice.fill(values) instanceof Filled<String>(var title) && fits(title)) {
                return new Filled<>(withoutFullStop(title));
            }
        }
        return switch (choices.getLast().fill(values)) {
            case Filled<String>(var title) -> new Filled<>(withoutFullStop(title));
            case Missing<String> missing -> missing;
        };
    }

    private static boolean fits(String title) {
        return title.codePointCount(0, title.length()) <= LIMIT && title.indexOf('\n') < 0;
    }

    private static String withoutFullStop(String title) {
        return title.endsWith(".") && !title.endsWith("..") ? title.substring(0, title.length() - 1) : title;
    }
}
