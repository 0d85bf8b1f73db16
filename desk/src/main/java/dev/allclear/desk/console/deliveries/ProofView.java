package dev.allclear.desk.console.deliveries;

import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.desk.console.Frame;
import java.time.Instant;
import java.util.List;

/// What one person was sent, newest first.
///
/// @param isCut whether older ones are left out
public record ProofView(Frame frame, Subscriber person, List<Row> rows, boolean isCut) {

    /// @param id which the Message-ID of the mail holds
    public record Row(DeliveryId id, Topic topic, Instant announced, Recipient outcome) {

        public String path() {
            return "/desk/announcements/" + id.announcement().value();
        }
    }

    public String address() {
        return person.address().value();
    }

    public String back() {
        return "/desk/subscribers/" + person.id().value();
    }
}
