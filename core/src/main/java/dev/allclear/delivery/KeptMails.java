package dev.allclear.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Mails kept as files because no mail server is set; the desk shows them.
public interface KeptMails {

    /// How the receipt of a mail begins that was kept instead of being sent.
    String RECEIPT = "Kept as ";

    /// Where none are kept.
    KeptMails NONE = new KeptMails() {
        @Override
        public List<Summary> list(int limit) {
            return List.of();
        }

        @Override
        public Optional<Mail> read(String name) {
            return Optional.empty();
        }

        @Override
        public List<DeliveryId> deliveries() {
            return List.of();
        }

        @Override
        public void delete(Collection<DeliveryId> deliveries) {}
    };

    /// @param name of the file, its id in the desk
    record Summary(String name, Instant at, String to, String subject) {}

    /// @param html as it would be shown, not to be trusted; may be empty
    record Mail(Summary summary, String headers, String text, String html) {}

    /// Newest first.
    List<Summary> list(int limit);

    Optional<Mail> read(String name);

    /// The deliveries of which a mail is kept, whoever's they are.
    List<DeliveryId> deliveries();

    /// Gone for good. Those that are not kept are gone already.
    void delete(Collection<DeliveryId> deliveries);

    /// A file's name ends with its delivery's id.
    static Optional<DeliveryId> deliveryOf(String name) {
        var start = name.indexOf('-') + 1;
        var end = name.lastIndexOf('.');
        return start == 0 || end <= start
                ? Optional.empty()
                : Optional.of(name.substring(start, end))
                        .filter(id -> !id.isBlank())
                        .map(DeliveryId::new);
    }
}
