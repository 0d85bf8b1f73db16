package dev.allclear.desk.console;

import dev.allclear.Fault;
import java.util.Map;

/// Says what is wrong so that it is understood away from its field: a fault that says "this" is told with its label.
public final class FaultWords {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("allClear", "The all-clear"),
            Map.entry("causeText", "The cause, for customers"),
            Map.entry("correct", "Corrected text"),
            Map.entry("currentPassword", "Your password now"),
            Map.entry("description", "Description"),
            Map.entry("email", "Email address"),
            Map.entry("end", "To"),
            Map.entry("estimate", "Restored by"),
            Map.entry("estimateConfirmedBy", "Who confirmed it"),
            Map.entry("estimateWhy", "Why it changes"),
            Map.entry("fixed", "How did we fix it?"),
            Map.entry("host", "Host name of the page"),
            Map.entry("impact", "What customers notice"),
            Map.entry("name", "Name"),
            Map.entry("nextUpdateDue", "Next update"),
            Map.entry("pageName", "Company or page name"),
            Map.entry("password", "Password"),
            Map.entry("prevented", "How do we prevent it?"),
            Map.entry("resolvedAt", "Was over"),
            Map.entry("restoredAt", "Service was back at"),
            Map.entry("slug", "Short name"),
            Map.entry("start", "From"),
            Map.entry("startDate", "Counts from"),
            Map.entry("startedAt", "Began"),
            Map.entry("support", "Where customers get help"),
            Map.entry("text", "Text"),
            Map.entry("title", "Title"),
            Map.entry("wentWrong", "What went wrong?"),
            Map.entry("why", "What was wrong"),
            Map.entry("workaroundText", "The workaround"));

    private FaultWords() {}

    /// `Who confirmed it: This can't be empty.`
    public static String of(Fault fault) {
        // Corrections of several updates stand on one screen: `why-<id>`.
        var label = LABELS.get(fault.field().replaceFirst("-.*", ""));
        return label == null || !fault.message().startsWith("This ") ? fault.message() : label + ": " + fault.message();
    }
}
