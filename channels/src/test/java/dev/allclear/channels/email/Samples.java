package dev.allclear.channels.email;

import dev.allclear.delivery.Letter.Content;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Workaround;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicUpdate;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Small contents to vary in one place.
final class Samples {

    private static final Instant NEXT = Letters.NOON.plus(Duration.ofMinutes(30));

    private Samples() {}

    static PublicIncident incident(String title, String component) {
        return incident(
                title,
                List.of(new PublicArea(
                        new ComponentId("component001"),
                        component,
                        Optional.empty(),
                        Optional.empty(),
                        State.MAJOR_OUTAGE)));
    }

    static PublicIncident incident(String title, List<PublicArea> affected) {
        return new PublicIncident(
                new IncidentId("story0000001"),
                title,
                Severity.MAJOR,
                new Phase.Open(Stage.INVESTIGATING, NEXT),
                Letters.NOON.minus(Duration.ofMinutes(10)),
                "",
                "",
                new Workaround.NotNeeded(),
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                affected,
                List.of(),
                false);
    }

    static Content.OfUpdate update(PublicIncident incident, String text) {
        var update = new PublicUpdate(
                new UpdateId("update000001"),
                Update.Kind.INVESTIGATING,
                text,
                Letters.NOON,
                Optional.of(NEXT),
                Optional.empty(),
                List.of(),
                List.of());
        return new Content.OfUpdate(incident, update, true);
    }
}
