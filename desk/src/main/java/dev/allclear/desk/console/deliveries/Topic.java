package dev.allclear.desk.console.deliveries;

import dev.allclear.PageId;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.Words;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Update;
import dev.allclear.maintenance.Notice;
import dev.allclear.transaction.Tx;

/// What an announcement was about, in words, and where that is at the desk.
///
/// @param path empty for what has no screen
/// @param word what sort of word it was: `Identified`, `Report`
/// @param author who wrote it; empty where nobody did
public record Topic(String title, String path, String word, String author) {

    private static final String GONE = "Something that is gone";

    static Topic of(Subject subject, PageId page, Tx tx) {
        return switch (subject) {
            case Subject.OfIncident(var id, var update) ->
                tx.incidents()
                        .find(page, id)
                        .map(stored -> stored.value())
                        .map(incident -> {
                            var said = incident.updates().stream()
                                    .filter(one -> one.id().equals(update))
                                    .findFirst();
                            return new Topic(
                                    incident.title(),
                                    "/desk/incidents/" + id.value(),
                                    said.map(one -> Words.capital(one.kind().key()))
                                            .orElse("Update"),
                                    said.map(Update::author).orElse(""));
                        })
                        .orElse(gone("Update"));
            case Subject.OfReport(var id) -> ofIncident(tx, page, id, "Report");
            case Subject.OfMaintenance(var id, var notice) ->
                tx.maintenances()
                        .find(page, id)
                        .map(stored -> stored.value())
                        .map(work -> {
                            var said = work.notices().stream()
                                    .filter(one -> one.id().equals(notice))
                                    .findFirst();
                            return new Topic(
                                    work.title(),
                                    "/desk/maintenance/" + id.value(),
                                    said.map(one -> Words.capital(one.kind().key()))
                                            .orElse("Notice"),
                                    said.map(Notice::author).orElse(""));
                        })
                        .orElse(gone("Notice"));
            case Subject.OfCorrection(var id, var _) -> ofIncident(tx, page, id, "Correction");
            case Subject.OfReminder(var id) ->
                tx.reminders()
                        .find(page, id)
                        .map(reminder -> ofIncident(tx, page, reminder.incident(), "Reminder"))
                        .orElse(gone("Reminder"));
            case Subject.OfHandover(var id, var _) ->
                tx.drafts()
                        .find(page, id)
                        .flatMap(draft -> draft.incident())
                        .map(incident -> ofIncident(tx, page, incident, "Handed over"))
                        .orElse(new Topic("Words that wait for a second person", "/desk/drafts", "Handed over", ""));
            case Subject.OfConfirmation _ ->
                new Topic("Please confirm: it was you who subscribed", "", "Confirmation", "");
        };
    }

    private static Topic ofIncident(Tx tx, PageId page, IncidentId id, String word) {
        return tx.incidents()
                .find(page, id)
                .map(stored -> new Topic(stored.value().title(), "/desk/incidents/" + id.value(), word, ""))
                .orElse(gone(word));
    }

    private static Topic gone(String word) {
        return new Topic(GONE, "", word, "");
    }
}
