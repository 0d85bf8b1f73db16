package dev.allclear.channels.email;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Letters of an invented payment company, on a Sunday in November.
record Letters(String to, String pageName, Language language, ZoneId zone) {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Language GERMAN = new Language("de");
    static final EmailAddress SENDER = new EmailAddress("status@example.com");
    static final MailWriter WRITER = new MailWriter(SENDER, new PlainMarkdown());

    static Letters english() {
        return new Letters("ada@example.org", "Harbour Pay", Language.ENGLISH, ZoneId.of("Europe/London"));
    }

    static Letters german() {
        return new Letters("ada@example.org", "Harbour Pay", GERMAN, ZoneId.of("Europe/Berlin"));
    }

    Letters to(String address) {
        return new Letters(address, pageName, language, zone);
    }

    Letters fromPage(String name) {
        return new Letters(to, name, language, zone);
    }

    Letter letter(Content content, Instant at) {
        return letter("delivery" + Math.floorMod(to.hashCode(), 1_000_000), content, at);
    }

    Letter letter(String delivery, Content content, Instant at) {
        var base = "https://status.example.com";
        return new Letter(
                new DeliveryId(delivery),
                content instanceof Content.Confirmation ? "subscriber01" : "story0000001",
                new EmailAddress(to),
                page(),
                language,
                zone,
                at,
                content,
                new Letter.Links(
                        URI.create(base),
                        URI.create(base + "/incidents/story0000001"),
                        base + "/subscribe/manage/subscriber01.0.8mAbHLTUuKx1c2Vgk0S6oA",
                        base + "/subscribe/leave/subscriber01.0.Qv7tE1sZkN8Yx0mD3aRpWg"));
    }

    private Page page() {
        return new Page(
                new PageId("page00000001"),
                "harbour-pay",
                pageName,
                Optional.empty(),
                ZoneId.of("Europe/London"),
                Language.ENGLISH,
                "#0b6e6e",
                Optional.empty(),
                Instant.parse("2025-01-01T00:00:00Z"));
    }
}
