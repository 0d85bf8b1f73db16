package dev.allclear.desk.console.incidents.head;

import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.Words;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What somebody else has published while one of us was typing.
public record Theirs(
        String by,
        Instant at,
        String label,
        SafeHtml html,
        List<NamedArea> areas,
        Optional<Instant> due,
        boolean isOpen) {

    public static Theirs of(Incident incident, AreaNames names, Room room) {
        var latest = incident.latest();
        return new Theirs(
                Authors.name(latest.author()),
                latest.at(),
                Words.capital(latest.kind().key()),
                SafeHtml.of(room.markdown(), latest.text()),
                names.of(incident.areas()),
                incident.phase() instanceof Phase.Open(var _, var due) ? Optional.of(due) : Optional.empty(),
                incident.isOpen());
    }
}
