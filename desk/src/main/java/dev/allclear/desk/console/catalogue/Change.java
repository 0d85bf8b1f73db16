package dev.allclear.desk.console.catalogue;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Ask;
import dev.allclear.status.Catalogue;
import java.time.Instant;
import java.util.Optional;

/// Puts a change through the catalogue's front door.
final class Change {

    /// From one catalogue to the next.
    interface Step {
        Catalogue take(Catalogue catalogue, Instant now);
    }

    private Change() {}

    /// Names the version in the form's field `version`, where it has one: small moves count for whatever is there now.
    static void of(Ask ask, Room room, String action, String subject, String name, Step step) {
        Stored<Catalogue> _ = room.doors()
                .catalogue()
                .change(
                        ask.page().id(),
                        seen(ask),
                        action,
                        subject,
                        name,
                        ask.actor(),
                        catalogue -> step.take(catalogue, ask.now()));
    }

    private static Optional<Long> seen(Ask ask) {
        var version = ask.form().filled("version");
        try {
            return version.map(Long::valueOf);
        } catch (NumberFormatException notOurs) {
            throw new Refused.ChangedMeanwhile("list of components");
        }
    }
}
