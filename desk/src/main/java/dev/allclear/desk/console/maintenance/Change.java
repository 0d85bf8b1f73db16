package dev.allclear.desk.console.maintenance;

import dev.allclear.Text;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.operation.WorkRevision;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.State;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// The form by which what customers should know of announced work is changed: `title`, what is worked on, the details,
/// and `tell` (`quietly`, or `everybody` with `text`).
final class Change {

    /// Of the work that the form was opened on.
    static final String SEEN = "seen";

    /// Of the fields that say in one line what they hold.
    private static final Map<String, String> LABELS = Map.of(
            "title", "Title",
            "stops", "What will not work",
            "goes_on", "What goes on as usual",
            "act", "What customers have to do",
            "why", "Why it is done",
            "contact", "Whom to ask",
            "emergency", "Why it can’t wait",
            "links", "Articles");

    private Change() {}

    static Parameters filled(Maintenance work) {
        var fields = new LinkedHashMap<>(facts(work));
        fields.put("tell", List.of("quietly"));
        return Parameters.of(fields);
    }

    private static Map<String, List<String>> facts(Maintenance work) {
        var fields = new TreeMap<String, List<String>>();
        fields.put("title", List.of(work.title()));
        fields.putAll(DetailFields.filled(work.details()));
        fields.putAll(ExpectedFields.filled(work.expected()));
        return fields;
    }

    /// What may be changed here, in short. The version of the work won't do: reminders that go out meanwhile change
    /// that.
    static String seen(Maintenance work) {
        var told = facts(work).toString();
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static WorkRevision read(Parameters typed, Catalogue catalogue, Maintenance work) {
        var faults = new Faults();
        var title = faults.read(() -> Text.line("title", typed.get("title"), 200));
        var expected = faults.read(() -> expected(typed, catalogue, work));
        var details = DetailFields.read(typed, faults);
        var word = typed.get("tell").equals("everybody")
                ? faults.read(() -> Text.prose("text", typed.get("text"), Plan.LONGEST))
                : Optional.<String>empty();
        faults.refuseIfAny();
        return new WorkRevision(title.orElseThrow(), expected.orElseThrow(), details, word);
    }

    /// What is no longer among the components can't be chosen, and stays as it is.
    private static Map<Area, State> expected(Parameters typed, Catalogue catalogue, Maintenance work) {
        var expected = new LinkedHashMap<>(ExpectedFields.read(typed, catalogue));
        work.expected().forEach((area, state) -> {
            if (catalogue.active().noneMatch(one -> one.id().equals(area.component()))) {
                expected.put(area, state);
            }
        });
        return expected;
    }

    /// What stands now and differs from what was typed.
    static List<Difference> differences(Parameters typed, Maintenance work) {
        var now = Parameters.of(facts(work));
        return LABELS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .filter(one -> !typed.all(one.getKey()).equals(now.all(one.getKey())))
                .filter(one -> !typed.get(one.getKey()).isEmpty()
                        || !now.get(one.getKey()).isEmpty())
                .map(one -> new Difference(one.getValue(), now.get(one.getKey())))
                .toList();
    }
}
