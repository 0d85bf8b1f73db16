package dev.allclear.desk.console.journal;

import dev.allclear.journal.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One entry in words.
///
/// @param link to what it was done to; empty where that has no screen, or may be gone
public record Line(long number, Instant at, String actor, String did, String detail, Optional<String> link) {

    /// A new action of the product is shown by its own name until it gets words here.
    private static final Map<String, String> DID = Map.ofEntries(
            Map.entry("incident.declared", "declared an incident"),
            Map.entry("incident.updated", "published an update"),
            Map.entry("incident.resolved", "resolved an incident"),
            Map.entry("incident.reopened", "reopened an incident"),
            Map.entry("incident.withdrawn", "withdrew an incident"),
            Map.entry("incident.revised", "changed what is known of an incident"),
            Map.entry("incident.reported", "published a report"),
            Map.entry("incident.backfilled", "entered an incident of the past"),
            Map.entry("approval.given", "agreed to what somebody else wrote"),
            Map.entry("draft.handed-over", "handed a draft over to be agreed to"),
            Map.entry("draft.sent-back", "sent a draft back"),
            Map.entry("draft.deleted", "deleted a draft"),
            Map.entry("approval.overridden", "published without a second person"),
            Map.entry("coach.overridden", "published despite errors that the coach found"),
            Map.entry("update.corrected", "corrected an update"),
            Map.entry("incident.held", "sent a holding update"),
            Map.entry("incident.owned", "put an incident into the hands of"),
            Map.entry("incident.mails-stopped", "stopped the mails of an incident"),
            Map.entry("correction.sent", "mailed a correction"),
            Map.entry("promise.taken", "said to be on it"),
            Map.entry("promise.reminded", "reminded somebody of a promise"),
            Map.entry("policy.changed", "changed what we promise"),
            Map.entry("maintenance.mails-stopped", "stopped the mails of planned work"),
            Map.entry("maintenance.announced", "announced planned work"),
            Map.entry("maintenance.became-incident", "let planned work go on as an incident"),
            Map.entry("incident.became-maintenance", "let an incident go on as planned work"),
            Map.entry("maintenance.moved", "moved planned work"),
            Map.entry("maintenance.revised", "changed what is told of planned work"),
            Map.entry("maintenance.reminded", "reminded everybody of planned work"),
            Map.entry("maintenance.checked", "said at half time how planned work goes"),
            Map.entry("maintenance.extended", "said that planned work takes longer"),
            Map.entry("maintenance.thanked", "said thank you for planned work"),
            Map.entry("work-policy.changed", "changed how work is planned"),
            Map.entry("maintenance.started", "started planned work"),
            Map.entry("maintenance.updated", "said how planned work goes"),
            Map.entry("maintenance.completed", "completed planned work"),
            Map.entry("maintenance.cancelled", "cancelled planned work"),
            Map.entry("announcement.retried", "tried failed mails again"),
            Map.entry("component.added", "added a component"),
            Map.entry("component.changed", "changed a component"),
            Map.entry("component.retired", "took a component off the page"),
            Map.entry("component.returned", "put a component back on the page"),
            Map.entry("component.state", "set a state by hand"),
            Map.entry("group.added", "added a group"),
            Map.entry("group.changed", "changed a group"),
            Map.entry("group.removed", "removed a group"),
            Map.entry("region.added", "added a region"),
            Map.entry("region.changed", "changed a region"),
            Map.entry("region.removed", "removed a region"),
            Map.entry("address.suppressed", "had nothing sent to an address any more"),
            Map.entry("address.released", "released a suppressed address"),
            Map.entry("subscriber.added", "added a subscriber"),
            Map.entry("subscriber.confirmed", "confirmed a subscription"),
            Map.entry("subscriber.changed", "changed what a subscriber hears of"),
            Map.entry("subscriber.left", "ended a subscription"),
            Map.entry("subscriber.suppressed", "stopped writing to a dead address"),
            Map.entry("subscriber.erased", "erased a subscriber"),
            Map.entry("account.set-up", "set up this installation"),
            Map.entry("account.invited", "invited somebody"),
            Map.entry("account.joined", "accepted an invitation"),
            Map.entry("account.link-renewed", "made a new link for somebody"),
            Map.entry("account.role-changed", "changed somebody’s role"),
            Map.entry("account.removed", "took somebody’s access away"),
            Map.entry("account.password-changed", "changed their password"),
            Map.entry("signing_key.made", "made a key that signs mails"),
            Map.entry("signing_key.activated", "had mails signed with a new key"),
            Map.entry("signing_key.retired", "retired a key that signed mails"),
            Map.entry("key.created", "created an API key"),
            Map.entry("key.revoked", "revoked an API key"),
            Map.entry("page.added", "added this page"),
            Map.entry("words.changed", "changed the company’s own words"),
            Map.entry("page.changed", "changed the settings of this page"));

    static Line of(Entry entry) {
        return new Line(
                entry.number(),
                entry.at(),
                entry.actor(),
                DID.getOrDefault(entry.action(), entry.action()),
                entry.detail(),
                link(entry));
    }

    private static Optional<String> link(Entry entry) {
        if (entry.subject().isEmpty()
                || entry.action().endsWith(".removed")
                || entry.action().endsWith(".erased")) {
            return Optional.empty();
        }
        return switch (entry.action().substring(0, Math.max(0, entry.action().indexOf('.')))) {
            case "incident", "promise", "correction", "approval", "coach", "draft" ->
                Optional.of("/desk/incidents/" + entry.subject());
            case "maintenance" -> Optional.of("/desk/maintenance/" + entry.subject());
            case "announcement" -> Optional.of("/desk/announcements/" + entry.subject());
            default -> Optional.empty();
        };
    }
}
