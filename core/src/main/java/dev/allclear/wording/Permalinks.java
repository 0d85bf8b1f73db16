package dev.allclear.wording;

import dev.allclear.audience.SubscriberId;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.page.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// Every address that we hand out, made from the configured base: never from what a request claims as its host.
public final class Permalinks {

    /// How long a confirmation mail can be answered.
    public static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    private final URI installation;
    private final Signature signature;

    /// @param installation scheme, host and port without a path: `https://status.example.com`
    public Permalinks(URI installation, Signature signature) {
        this.installation = installation;
        this.signature = signature;
    }

    /// Where the page stands, without a slash at the end: at the root of its own host, or under `/p/<slug>`.
    ///
    /// @param isDefault whether it is the installation's first page, which stands at the root of the base
    public URI base(Page page, boolean isDefault) {
        if (page.host().isPresent()) {
            return URI.create(installation.getScheme() + "://" + page.host().get());
        }
        return isDefault ? installation : URI.create(installation + "/p/" + page.slug());
    }

    public URI incident(URI base, IncidentId incident) {
        return URI.create(base + "/incidents/" + incident.value());
    }

    /// An incident's place in the desk, for those who work here.
    public URI desk(URI base, IncidentId incident) {
        return URI.create(base + "/desk/incidents/" + incident.value());
    }

    /// Where whoever is reminded says to be on it.
    public URI take(URI base, IncidentId incident) {
        return URI.create(desk(base, incident) + "/take");
    }

    /// Where its post-incident report is written.
    public URI writeReport(URI base, IncidentId incident) {
        return URI.create(desk(base, incident) + "/report");
    }

    /// Where somebody agrees to words that wait.
    public URI draft(URI base, DraftId draft) {
        return URI.create(base + "/desk/drafts/" + draft.value());
    }

    public URI maintenance(URI base, MaintenanceId maintenance) {
        return URI.create(base + "/maintenance/" + maintenance.value());
    }

    public URI confirm(URI base, Page page, SubscriberId subscriber, Instant now) {
        return URI.create(link(
                base, "/subscribe/confirm/", page, subscriber, Signature.Purpose.CONFIRM, now.plus(CONFIRM_WITHIN)));
    }

    public String manage(URI base, Page page, SubscriberId subscriber) {
        return link(base, "/subscribe/manage/", page, subscriber, Signature.Purpose.MANAGE, Instant.MAX);
    }

    public String unsubscribe(URI base, Page page, SubscriberId subscriber) {
        return link(base, "/subscribe/leave/", page, subscriber, Signature.Purpose.UNSUBSCRIBE, Instant.MAX);
    }

    /// As text: each person has links of their own, and to read an address costs more than to make it.
    private String link(
            URI base, String path, Page page, SubscriberId subscriber, Signature.Purpose purpose, Instant expires) {
        return base.toASCIIString() + path + signature.token(page.id(), subscriber, purpose, expires);
    }
}
