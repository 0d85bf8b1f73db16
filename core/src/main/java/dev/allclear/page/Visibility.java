package dev.allclear.page;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Part;
import dev.allclear.page.PublicMaintenance.PublicSeries;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.promise.Kept;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Days;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides what the public may see: the only way from the domain to a `PublicPage`, and from there to any reader.
public final class Visibility {

    /// How many days the bars show.
    public static final int DAYS = 90;

    private final Catalogue catalogue;
    private final Naming naming;
    private final List<StateChange> changes;
    private final Instant now;
    private final Earlier earlier;

    /// @param changes all that count for the last 90 days, see `States.since`
    public Visibility(Catalogue catalogue, List<StateChange> changes, Instant now) {
        this(catalogue, changes, now, new Earlier());
    }

    /// @param earlier what the public saw of this page before
    public Visibility(Catalogue catalogue, List<StateChange> changes, Instant now, Earlier earlier) {
        this.catalogue = catalogue;
        this.naming = new Naming(catalogue);
        this.changes = List.copyOf(changes);
        this.now = now;
        this.earlier = earlier;
    }

    public PublicPage page(
            Page page, long revision, List<Incident> incidents, List<Maintenance> maintenances, SeverityPolicy policy) {
        var board = Board.at(catalogue, changes, now);
        var ofComponent = changesByComponent();
        var series = maintenances.stream()
                .filter(work -> work.part().isPresent())
                .collect(Collectors.groupingBy(work -> work.part().orElseThrow().series()));
        return new PublicPage(
                page,
                revision,
                now,
                true,
                board.overall(),
                groups(Optional.empty(), page, board, ofComponent),
                components(Optional.empty(), page, board, ofComponent),
                catalogue.regions(),
                incidents.stream()
                        .map(this::incident)
                        .sorted(Comparator.comparing(PublicIncident::startedAt).reversed())
                        .toList(),
                maintenances.stream()
                        .map(work -> maintenance(
                                work,
                                work.part().map(Part::series).map(series::get).orElse(List.of())))
                        .map(PublicMaintenance::onPage)
                        .sorted(Comparator.comparing(
                                        (PublicMaintenance one) -> one.window().start())
                                .reversed())
                        .toList(),
                terms(incidents, policy));
    }

    private List<PublicTerms> terms(List<Incident> incidents, SeverityPolicy policy) {
        var since = now.minus(Duration.ofDays(DAYS));
        var lately = incidents.stream()
                .filter(incident -> !incident.startedAt().isBefore(since))
                .toList();
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(severity -> terms(severity, lately, policy))
                .toList();
    }

    private PublicTerms terms(Severity severity, List<Incident> lately, SeverityPolicy policy) {
        var terms = policy.of(severity);
        var own = lately.stream()
                .filter(incident -> incident.severity() == severity)
                .toList();
        return new PublicTerms(
                severity,
                terms.firstMessage(),
                terms.cadence(),
                terms.audience(),
                terms.report(),
                terms.compensation(),
                own.size(),
                Kept.of(own, policy, now));
    }

    private Map<String, List<StateChange>> changesByComponent() {
        var byComponent = new HashMap<String, List<StateChange>>();
        for (var change : changes) {
            byComponent
                    .computeIfAbsent(change.area().component().value(), _ -> new ArrayList<>())
                    .add(change);
        }
        return byComponent;
    }

    private List<PublicGroup> groups(
            Optional<GroupId> parent, Page page, Board board, Map<String, List<StateChange>> ofComponent) {
        return catalogue.groupsIn(parent).stream()
                .map(group -> new PublicGroup(
                        group,
                        board.of(group),
                        groups(Optional.of(group.id()), page, board, ofComponent),
                        components(Optional.of(group.id()), page, board, ofComponent)))
                .filter(group -> group.all().findAny().isPresent())
                .toList();
    }

    private List<PublicComponent> components(
            Optional<GroupId> group, Page page, Board board, Map<String, List<StateChange>> ofComponent) {
        return catalogue.componentsIn(group).stream()
                .map(component -> component(
                        component,
                        page,
                        board,
                        ofComponent.getOrDefault(component.id().value(), List.of())))
                .toList();
    }

    private PublicComponent component(Component component, Page page, Board board, List<StateChange> own) {
        var regions = catalogue.regions().stream()
                .filter(region -> component.regions().contains(region.id()))
                .map(region -> region(component, region, page, board, own))
                .toList();
        var changedAt = own.stream()
                .map(StateChange::at)
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .filter(component.updatedAt()::isBefore)
                .orElse(component.updatedAt());
        return new PublicComponent(
                component,
                board.of(component),
                regions,
                earlier.days(
                        component,
                        Optional.empty(),
                        own,
                        page.zone(),
                        now,
                        () -> Days.last(DAYS, component, own, page.zone(), now)),
                changedAt);
    }

    private PublicComponent.PublicRegion region(
            Component component, Region region, Page page, Board board, List<StateChange> own) {
        var cell = Area.in(component.id(), region.id());
        return new PublicComponent.PublicRegion(
                region.id().value(),
                region.name(),
                board.of(cell),
                earlier.days(
                        component,
                        Optional.of(cell),
                        own,
                        page.zone(),
                        now,
                        () -> Days.last(DAYS, component, cell, own, page.zone(), now)));
    }

    public PublicIncident incident(Incident incident) {
        return earlier.incident(incident, catalogue, this::shown);
    }

    private PublicIncident shown(Incident incident) {
        var facts = incident.facts();
        return new PublicIncident(
                incident.id(),
                incident.title(),
                incident.severity(),
                forReaders(incident.phase()),
                incident.startedAt(),
                facts.impact(),
                facts.scope(),
                facts.workaround(),
                facts.doing(),
                cause(facts.cause()),
                facts.fix(),
                facts.estimate()
                        .map(estimate -> new PublicIncident.Restoration(estimate.restoredBy(), estimate.former())),
                naming.affected(incident),
                updates(incident),
                incident.backfilled());
    }

    private static Phase forReaders(Phase phase) {
        return phase instanceof Phase.PostIncident(var at, var report)
                ? new Phase.PostIncident(at, report.forReaders())
                : phase;
    }

    private static Optional<PublicIncident.Cause> cause(RootCause cause) {
        return switch (cause) {
            case RootCause.Suspected(var text) -> Optional.of(new PublicIncident.Cause(false, text));
            case RootCause.Confirmed(var text) -> Optional.of(new PublicIncident.Cause(true, text));
            case RootCause.Unknown _, RootCause.ConfirmedNotPublic _ -> Optional.empty();
        };
    }

    private List<PublicUpdate> updates(Incident incident) {
        var all = new ArrayList<PublicUpdate>();
        Map<Area, State> before = Map.of();
        for (var update : incident.updates()) {
            all.add(new PublicUpdate(
                    update.id(),
                    update.kind(),
                    update.text(),
                    update.at(),
                    update.nextUpdateDue(),
                    update.answers().filter(_ -> update.corrections().isEmpty()),
                    update.corrections(),
                    naming.turned(before, update)));
            before = update.areas();
        }
        return all.reversed();
    }

    /// @param series all that were planned together with it
    public PublicMaintenance maintenance(Maintenance maintenance, List<Maintenance> series) {
        return new PublicMaintenance(
                maintenance.id(),
                maintenance.title(),
                maintenance.window(),
                maintenance.part().map(part -> new PublicSeries(part.series(), others(maintenance, series))),
                maintenance.kin(),
                maintenance.phase(),
                maintenance.details(),
                maintenance.expected().entrySet().stream()
                        .flatMap(one -> naming.named(one.getKey(), one.getValue()).stream())
                        .sorted(Comparator.comparing(PublicArea::name))
                        .toList(),
                maintenance.notices().reversed().stream()
                        .map(notice -> new PublicMaintenance.PublicNotice(
                                notice.id(), notice.kind(), notice.text(), notice.at(), notice.move(), notice.rung()))
                        .toList());
    }

    private static List<PublicSeries.Other> others(Maintenance work, List<Maintenance> series) {
        return series.stream()
                .filter(other -> !other.id().equals(work.id()))
                .filter(other -> work.isOver() ? other.phase().equals(work.phase()) : !other.isOver())
                .map(other -> new PublicSeries.Other(other.id(), other.window(), other.sequence()))
                .sorted(Comparator.comparing(other -> other.window().start()))
                .toList();
    }
}
