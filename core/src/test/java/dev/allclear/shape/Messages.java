package dev.allclear.shape;

import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.status.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages to shape, each with one thing of note.
final class Messages {

    private Messages() {}

    static Message paymentsFail() {
        return saying("customers cannot pay by card");
    }

    static Message saying(String impact) {
        return message("Northwind", impact, null, "status.northwind.example");
    }

    static Message withoutComponents(String impact) {
        var message = saying(impact);
        var about = new About("Northwind", "Northwind Shop", List.of(), null, List.of());
        return new Message(
                message.occasion(),
                message.severity(),
                message.reader(),
                about,
                message.timing(),
                null,
                message.words(),
                message.links());
    }

    static Message by(String brand) {
        return message(brand, "customers cannot pay by card", null, "status.northwind.example");
    }

    static Message written(String text) {
        return message("Northwind", "customers cannot pay by card", text, "status.northwind.example");
    }

    static Message at(String link) {
        return message("Northwind", "customers cannot pay by card", null, link);
    }

    private static Message message(String brand, String impact, @Nullable String text, String link) {
        return new Message(
                Occasion.INVESTIGATING,
                Severity.MAJOR,
                new Reader(Language.ENGLISH, ZoneId.of("UTC"), Reader.Clock.TWENTY_FOUR_HOURS),
                new About(
                        brand,
                        brand + " Shop",
                        List.of(new About.Component("Checkout", State.PARTIAL_OUTAGE)),
                        "customers in Ireland",
                        List.of()),
                new Timing(
                        Instant.parse("2026-03-12T14:12:00Z"),
                        Instant.parse("2026-03-12T14:05:00Z"),
                        null,
                        null,
                        Instant.parse("2026-03-12T14:30:00Z"),
                        null,
                        null),
                null,
                new Words(
                        null,
                        text,
                        impact,
                        new Workaround.Given("pay by bank transfer"),
                        null,
                        null,
                        new RootCause.Suspected("our partner Cardsoft sleeps"),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null),
                new Links("https://" + link, link));
    }
}
