package dev.allclear.delivery;

import dev.allclear.audience.EmailAddress;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicUpdate;
import dev.allclear.promise.Step;
import dev.allclear.shape.Copy;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What one person is told, before a channel gives it its shape.
///
/// @param id the same on every attempt, so that a receiver can tell a repeat
/// @param thread the same for everything about one incident or maintenance
/// @param zone whose times it shows
/// @param at when it was announced
public record Letter(
        DeliveryId id,
        String thread,
        EmailAddress to,
        Page page,
        Language language,
        ZoneId zone,
        Instant at,
        Content content,
        Links links) {

    /// What it is about. Made from what the public may see, so a mail can't say more than the page.
    public sealed interface Content {

        /// Whether it is what the reader subscribed to, so that it says how to unsubscribe.
        default boolean isNews() {
            return switch (this) {
                case OfUpdate _, OfReport _, OfCorrection _, OfMaintenance _ -> true;
                case OfReminder _, OfHandover _, Confirmation _ -> false;
            };
        }

        /// @param update the one that is announced; the incident is as it stood then, see `Incident.asOf`
        /// @param first whether it opens the thread for this incident
        /// @param byHand the subject and text that somebody wrote for mails alone
        record OfUpdate(PublicIncident incident, PublicUpdate update, boolean first, Optional<Copy> byHand)
                implements Content {

            /// In our words.
            public OfUpdate(PublicIncident incident, PublicUpdate update, boolean first) {
                this(incident, update, first, Optional.empty());
            }

            /// What the update says in this mail.
            public String text() {
                return byHand.map(Copy::body).filter(body -> !body.isEmpty()).orElse(update.text());
            }
        }

        record OfReport(PublicIncident incident) implements Content {}

        record OfMaintenance(PublicMaintenance maintenance, PublicMaintenance.PublicNotice notice) implements Content {}

        /// @param before what the reader was told
        /// @param update as it stands now
        record OfCorrection(PublicIncident incident, PublicUpdate update, String before, String why)
                implements Content {}

        /// To somebody who works here.
        ///
        /// @param title of the incident
        /// @param promised the time that was promised to customers
        record OfReminder(String title, Step step, Instant promised) implements Content {}

        /// To somebody who works here, and may agree to what waits.
        ///
        /// @param title of the incident
        /// @param author the name of whoever wrote it
        /// @param isNew whether it would declare the incident
        record OfHandover(String title, String author, boolean isNew) implements Content {}

        /// @param confirm the link that proves that it was them
        record Confirmation(URI confirm) implements Content {}
    }

    /// @param page the status page
    /// @param subject the incident's or maintenance's own page, for a colleague its place in the desk; the status page
    /// where there is none
    /// @param manage change what one hears of, without an account
    /// @param unsubscribe one click, as RFC 8058 wants it
    public record Links(URI page, URI subject, String manage, String unsubscribe) {}
}
