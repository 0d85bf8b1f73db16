package dev.allclear.bench;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Letter;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicUpdate;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The first news of an outage, to any number of readers.
final class Newsletter {

    static final EmailAddress SENDER = new EmailAddress("status@example.com");

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final URI BASE = URI.create("https://status.example.com");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Page page = new Page(
            new PageId("page00000001"),
            "harbour-pay",
            "Harbour Pay",
            Optional.empty(),
            ZONE,
            Language.ENGLISH,
            "#0b6e6e",
            Optional.empty(),
            NOON.minus(Duration.ofDays(365)));

    private final Letter.Content content = content();

    private static Letter.Content content() {
        var due = NOON.plus(Duration.ofMinutes(30));
        var text =
                "Payments by card fail since noon. Transfers work. We are looking for the cause with our card network.";
        var area = new PublicArea(
                new ComponentId("component001"), "Checkout", Optional.empty(), Optional.empty(), State.MAJOR_OUTAGE);
        return new Letter.Content.OfUpdate(
                new PublicIncident(
                        new IncidentId("story0000001"),
                        "Card payments fail",
                        Severity.MAJOR,
                        new Phase.Open(Stage.INVESTIGATING, due),
                        NOON.minus(Duration.ofMinutes(10)),
                        "",
                        "",
                        new Workaround.NotNeeded(),
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        List.of(area),
                        List.of(),
                        false),
                new PublicUpdate(
                        new UpdateId("update000001"),
                        Update.Kind.INVESTIGATING,
                        text,
                        NOON,
                        Optional.of(due),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                true);
    }

    Letter to(int number) {
        return new Letter(
                new DeliveryId("delivery" + number),
                "story0000001",
                new EmailAddress("reader" + number + "@example.org"),
                page,
                Language.ENGLISH,
                ZONE,
                NOON,
                content,
                new Letter.Links(
                        BASE,
                        BASE.resolve("/incidents/story0000001"),
                        BASE + "/subscribe/manage/" + number + ".0.8mAbHLTUuKx1c2Vgk0S6oA",
                        BASE + "/subscribe/leave/" + number + ".0.Qv7tE1sZkN8Yx0mD3aRpWg"));
    }
}
