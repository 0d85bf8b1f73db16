package dev.allclear.channels.inbound;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.returns.ReturnAddresses;
import dev.allclear.returns.Ticket;
import dev.allclear.wording.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Mails that came back, written by us in the shapes that real servers give them, and whom they are about.
final class Samples {

    static final PageId PAGE = new PageId("fernhill");
    static final EmailAddress ADA = new EmailAddress("ada@shops.example");
    static final Ticket.OfDelivery MAIL = new Ticket.OfDelivery(PAGE, new DeliveryId("0123456789abcdef01234567"));
    static final Ticket.OfSubscriber READER = new Ticket.OfSubscriber(PAGE, new SubscriberId("ada0ada0ada0"));
    static final ReturnAddresses ADDRESSES = new ReturnAddresses(
            "returns.example", new EmailAddress("status@fernhill.example"), new Signature(new byte[32]));
    static final String BOUNCE =
            ADDRESSES.bounce(PAGE, MAIL.delivery()).orElseThrow().value();
    static final String LEAVE =
            ADDRESSES.leave(PAGE, READER.subscriber()).orElseThrow().value();

    private static final Path FOLDER = Path.of("src/test/resources/returned");

    private Samples() {}

    static Optional<Ticket> ticket(String address) {
        return ADDRESSES.read(address, () -> List.of(PAGE));
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".eml"))
                    .replace("{bounce}", BOUNCE)
                    .replace("{leave}", LEAVE)
                    .replace("{escaped-leave}", LEAVE.replace("+", "%2B"))
                    .replace("\n", "\r\n");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static byte[] bytes(String name) {
        return text(name).getBytes(StandardCharsets.UTF_8);
    }
}
