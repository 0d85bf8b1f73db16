package dev.allclear.app.imports.cstate;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Update;
import dev.allclear.operation.PastIncident;
import dev.allclear.operation.PastIncident.PastWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Compares an incident as it is here with what its file says now.
final class Difference {

    private Difference() {}

    /// @return what differs, in words; empty when nothing does
    static List<String> between(Incident here, PastIncident there) {
        var differs = new ArrayList<String>();
        if (!here.title().equals(there.title())) {
            differs.add("title");
        }
        if (here.severity() != there.severity()) {
            differs.add("severity");
        }
        if (!here.startedAt().equals(there.startedAt())) {
            differs.add("start");
        }
        if (!here.resolvedAt().equals(there.resolvedAt())) {
            differs.add("end");
        }
        if (!here.everAffected().equals(there.areas().keySet())) {
            differs.add("affected systems");
        }
        if (!saidHere(here).equals(saidThere(there))) {
            differs.add("text");
        }
        return differs;
    }

    private record Said(String text, Instant at) {}

    private static List<Said> saidHere(Incident here) {
        return here.updates().stream()
                .map((Update update) -> new Said(update.text(), update.at()))
                .toList();
    }

    private static List<Said> saidThere(PastIncident there) {
        return there.words().stream()
                .map((PastWord word) -> new Said(word.text(), word.at()))
                .toList();
    }
}
