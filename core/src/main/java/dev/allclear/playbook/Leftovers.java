package dev.allclear.playbook;

import dev.allclear.Refused;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Keeps what was meant to be filled in from being sent: `{impact}`, `[[if cause unknown: ...]]`.
///
/// Braces that mean nothing to a playbook are left alone: customers of an API may well read about `{id}`.
public final class Leftovers {

    private static final Pattern SLOT = Pattern.compile("\\{\\s*([A-Za-z]+)\\s*}");
    private static final Pattern ASIDE = Pattern.compile("\\[\\[\\s*if\\s");

    private Leftovers() {}

    /// @throws Refused.Invalid that names the field and what is left over in it
    public static void refuse(String field, String text) {
        SLOT.matcher(text)
                .results()
                .filter(found -> isVariable(found.group(1)))
                .findFirst()
                .ifPresent(found -> refuse(field, found.group(), "Write what belongs there, or take it out."));
        var aside = ASIDE.matcher(text);
        if (aside.find()) {
            refuse(field, aside.group().strip(), "Keep the sentence that is true, and take out the rest.");
        }
    }

    private static boolean isVariable(String name) {
        return Arrays.stream(Variable.values())
                .anyMatch(variable -> variable.key().equalsIgnoreCase(name));
    }

    private static void refuse(String field, String leftover, String repair) {
        throw new Refused.Invalid(field, leftover + " is left over from a playbook. " + repair);
    }
}
