package dev.allclear.delivery;

import dev.allclear.audience.Choice;
import dev.allclear.audience.SubscriberId;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.promise.ReminderId;
import java.time.Instant;

/// What an announcement is about.
public sealed interface Subject {

    /// An update of an incident, from the first word to the all-clear.
    record OfIncident(IncidentId incident, UpdateId update) implements Subject {}

    /// The post-incident report of an incident.
    record OfReport(IncidentId incident) implements Subject {}

    record OfMaintenance(MaintenanceId maintenance, NoticeId notice) implements Subject {}

    /// Please confirm that it was you who subscribed: to that one person alone.
    record OfConfirmation(SubscriberId subscriber) implements Subject {}

    /// To everybody who was reached by an update that was wrong.
    record OfCorrection(IncidentId incident, UpdateId update) implements Subject {}

    /// A promise falls due: to the one person of the desk who is called.
    record OfReminder(ReminderId reminder) implements Subject {}

    /// Words wait for somebody to agree: to everybody who may, except whoever wrote them.
    ///
    /// @param since when they were handed over, so that each handing over is a subject of its own
    record OfHandover(DraftId draft, Instant since) implements Subject {}

    /// What binds the announcements of one story together; mails of one thread share it.
    default String thread() {
        return switch (this) {
            case OfIncident(var incident, var _) -> incident.value();
            case OfReport(var incident) -> incident.value();
            case OfMaintenance(var maintenance, var _) -> maintenance.value();
            case OfCorrection(var incident, var _) -> incident.value();
            case OfConfirmation(var subscriber) -> subscriber.value();
            case OfReminder(var reminder) -> reminder.value();
            case OfHandover(var draft, var _) -> draft.value();
        };
    }

    /// Whether subscribers hear of it, and not one person or the people of the desk.
    default boolean isForMany() {
        return switch (this) {
            case OfIncident _, OfReport _, OfMaintenance _, OfCorrection _ -> true;
            case OfConfirmation _, OfReminder _, OfHandover _ -> false;
        };
    }

    default Choice.Kind kind() {
        return switch (this) {
            case OfMaintenance _ -> Choice.Kind.MAINTENANCE;
            case OfIncident _, OfReport _, OfCorrection _, OfConfirmation _, OfReminder _, OfHandover _ ->
                Choice.Kind.INCIDENTS;
        };
    }
}
