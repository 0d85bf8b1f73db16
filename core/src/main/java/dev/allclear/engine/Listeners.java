package dev.allclear.engine;

import dev.allclear.Stored;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.policy.Audience;
import dev.allclear.status.Area;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which subscribers must hear of an announcement.
final class Listeners {

    private Listeners() {}

    /// Those of them who must hear of it.
    static List<Subscriber> of(Tx tx, Announcement announcement, List<Subscriber> portion) {
        var page = announcement.page();
        return switch (announcement.subject()) {
            case Subject.OfIncident(var id, var _) ->
                tx.incidents()
                        .find(page, id)
                        .map(stored -> {
                            var incident = stored.value();
                            var audience = tx.policies()
                                    .of(page)
                                    .value()
                                    .of(incident.severity())
                                    .audience();
                            return concerned(
                                    tx, announcement, portion, before(tx, incident), incident.everAffected(), audience);
                        })
                        .orElse(List.of());
            case Subject.OfReport(var id) ->
                tx.incidents()
                        .find(page, id)
                        .map(stored -> concerned(
                                tx,
                                announcement,
                                portion,
                                Stream.empty(),
                                stored.value().everAffected(),
                                Audience.FOLLOWERS))
                        .orElse(List.of());
            case Subject.OfMaintenance(var id, var notice) ->
                tx.maintenances()
                        .find(page, id)
                        .map(stored -> concerned(tx, announcement, portion, stored.value(), notice))
                        .orElse(List.of());
            case Subject.OfCorrection(var incident, var update) ->
                reached(tx, announcement, new Subject.OfIncident(incident, update), portion);
            case Subject.OfConfirmation _, Subject.OfReminder _, Subject.OfHandover _ -> List.of();
        };
    }

    /// Those who asked for this, and those who heard the beginning: they hear the end, whatever the scope has become.
    ///
    /// @param before the threads of what goes on as this story
    private static List<Subscriber> concerned(
            Tx tx,
            Announcement announcement,
            List<Subscriber> portion,
            Stream<String> before,
            Set<Area> areas,
            Audience audience) {
        var page = announcement.page();
        var kind = announcement.subject().kind();
        var catalogue = tx.catalogues().of(page).value();
        var threads = Stream.concat(Stream.of(announcement.subject().thread()), before)
                .collect(Collectors.toSet());
        var told = tx.deliveries().toldOf(page, threads, ids(portion));
        return portion.stream()
                .filter(one -> told.contains(one.id()) || audience.takesIn(one.choice(), kind, areas, catalogue))
                .toList();
    }

    /// Whom the all-clear of an incident has told that this work follows, needs no announcement of it.
    private static List<Subscriber> concerned(
            Tx tx, Announcement announcement, List<Subscriber> portion, Maintenance work, NoticeId notice) {
        var all = concerned(tx, announcement, portion, before(tx, work), work.areas(), Audience.FOLLOWERS);
        var isFirst = work.notices().getFirst().id().equals(notice);
        if (!isFirst || !work.kin().ends()) {
            return all;
        }
        var thread = work.kin().mends().orElseThrow().value();
        var told = tx.deliveries().toldOf(announcement.page(), thread, ids(portion));
        return all.stream().filter(one -> !told.contains(one.id())).toList();
    }

    /// The work that went wrong and goes on as this incident.
    private static Stream<String> before(Tx tx, Incident incident) {
        return tx.maintenances().kinOf(incident.page(), incident.id()).stream()
                .map(Stored::value)
                .filter(work -> work.kin().became().equals(Optional.of(incident.id())))
                .map(work -> work.id().value());
    }

    /// The works that it was announced with, and the incident that ended with it.
    private static Stream<String> before(Tx tx, Maintenance work) {
        var together = work.part().stream()
                .flatMap(part -> tx.maintenances().series(work.page(), part.series()).stream())
                .map(other -> other.value().id().value());
        var ended = work.kin().mends().filter(_ -> work.kin().ends()).map(IncidentId::value);
        return Stream.concat(together, ended.stream());
    }

    /// Exactly those who heard what was wrong.
    private static List<Subscriber> reached(Tx tx, Announcement announcement, Subject wrong, List<Subscriber> portion) {
        var reached = tx.deliveries().toldOf(announcement.page(), wrong, ids(portion));
        return portion.stream().filter(one -> reached.contains(one.id())).toList();
    }

    private static List<SubscriberId> ids(List<Subscriber> portion) {
        return portion.stream().map(Subscriber::id).toList();
    }
}
