package dev.allclear.bench;

import dev.allclear.PageId;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Visibility;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A company of any size with one open incident, for measuring.
final class Company {

    private final int components;
    private final Instant now;

    Company(int components, Instant now) {
        this.components = components;
        this.now = now;
    }

    /// @param title of the open incident; each revision has an update of its own
    PublicPage page(long revision, String title) {
        var incidents = List.of(outage(revision, title));
        var changes = incidents.stream()
                .flatMap(incident -> incident.stateChanges().stream())
                .toList();
        return new Visibility(catalogue(), changes, now)
                .page(shell(), revision, incidents, List.of(), SeverityPolicy.USUAL);
    }

    /// Nothing but the page itself.
    Page shell() {
        return new Page(
                new PageId("tidewater"),
                "tidewater",
                "Tidewater",
                Optional.empty(),
                ZoneOffset.UTC,
                Language.ENGLISH,
                "#1f6feb",
                Optional.empty(),
                now.minus(Duration.ofDays(400)));
    }

    private Catalogue catalogue() {
        var since = now.minus(Duration.ofDays(400));
        return new Catalogue(
                List.of(),
                IntStream.range(0, components)
                        .mapToObj(number -> new Component(
                                new ComponentId("part" + number),
                                Optional.empty(),
                                "Part " + number,
                                "",
                                number,
                                List.of(),
                                LocalDate.ofInstant(since, ZoneOffset.UTC),
                                true,
                                false,
                                since,
                                since))
                        .toList(),
                List.of());
    }

    private Incident outage(long revision, String title) {
        var incident = Incident.declared(
                new IncidentId("outage"),
                new PageId("tidewater"),
                title,
                Severity.MAJOR,
                now.minus(Duration.ofHours(1)),
                new Facts("Orders fail.", new Workaround.NoneYet(), new RootCause.Unknown(), Optional.empty()),
                Map.of(Area.whole(new ComponentId("part0")), State.PARTIAL_OUTAGE),
                Stage.INVESTIGATING,
                words(1),
                now.plus(Duration.ofHours(1)));
        return revision == 1
                ? incident
                : incident.post(Stage.IDENTIFIED, words(revision), incident.areas(), now.plus(Duration.ofHours(1)));
    }

    private Words words(long revision) {
        return new Words(new UpdateId("update" + revision), "We work on it.", now.minusSeconds(60), "Bench");
    }
}
