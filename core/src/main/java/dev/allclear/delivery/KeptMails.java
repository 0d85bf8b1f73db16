package dev.allclear.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Mails kept as files because no mail server is set; the desk shows them.
public interface KeptMails {

    /// @param name of the file, its id in the desk
    record Summary(String name, Instant at, String to, String subject) {}

    /// @param html as it would be shown, not to be trusted; may be empty
    record Mail(Summary summary, String headers, String text, String html) {}

    /// Newest first.
    List<Summary> list(int limit);

    Optional<Mail> read(String name);
}
