package dev.allclear.edge.live;

import dev.allclear.incident.Phase;
import dev.allclear.language.Phrases;
import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicPage;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is new on a page since its last revision, in one sentence that can be read out to a person.
final class WhatChanged {

    private record News(Instant at, String key, String subject, String state) {}

    private final PublicPage before;
    private final PublicPage after;

    WhatChanged(PublicPage before, PublicPage after) {
        this.before = before;
        this.after = after;
    }

    String in(Phrases phrases) {
        return Stream.of(updates(), notices(), reports())
                .flatMap(news -> news)
                .max(Comparator.comparing(News::at))
                .or(() -> corrections().max(Comparator.comparing(News::at)))
                .or(this::component)
                .map(news -> phrases.get(news.key(), "subject", news.subject(), "state", phrases.get(news.state())))
                .orElseGet(() -> phrases.get(
                        "live.page",
                        "state",
                        phrases.get("state." + after.overall().key())));
    }

    private Stream<News> updates() {
        var known = ids(before.incidents().stream()
                .flatMap(one -> one.updates().stream())
                .map(update -> update.id().value()));
        return after.incidents().stream()
                .flatMap(incident -> incident.updates().stream()
                        .filter(update -> !known.contains(update.id().value()))
                        .map(update -> new News(
                                update.at(),
                                "live.update",
                                incident.title(),
                                "update." + update.kind().key())));
    }

    private Stream<News> notices() {
        var known = ids(before.maintenances().stream()
                .flatMap(one -> one.notices().stream())
                .map(notice -> notice.id().value()));
        return after.maintenances().stream().flatMap(work -> notices(work, known));
    }

    private static Stream<News> notices(PublicMaintenance work, Set<String> known) {
        return work.notices().stream()
                .filter(notice -> !known.contains(notice.id().value()))
                .map(notice -> new News(
                        notice.at(),
                        "live.update",
                        work.title(),
                        "notice." + notice.kind().key()));
    }

    private Stream<News> reports() {
        return after.incidents().stream()
                .filter(incident -> reportedAt(Optional.of(incident)).isPresent()
                        && !reportedAt(before.incident(incident.id().value()))
                                .equals(reportedAt(Optional.of(incident))))
                .map(incident -> new News(
                        reportedAt(Optional.of(incident)).orElseThrow(),
                        "live.update",
                        incident.title(),
                        "live.report"));
    }

    private static Optional<Instant> reportedAt(Optional<PublicIncident> incident) {
        return incident.flatMap(one -> one.phase() instanceof Phase.PostIncident(var _, var report)
                ? Optional.of(report.publishedAt())
                : Optional.empty());
    }

    private Stream<News> corrections() {
        var known = new HashSet<>(corrected(before).map(News::at).toList());
        return corrected(after).filter(news -> !known.contains(news.at()));
    }

    private static Stream<News> corrected(PublicPage page) {
        return page.incidents().stream()
                .flatMap(incident -> incident.updates().stream()
                        .flatMap(update -> update.corrections().stream())
                        .map(correction ->
                                new News(correction.at(), "live.update", incident.title(), "live.correction")));
    }

    private Optional<News> component() {
        var changed = after.allComponents().filter(this::turned).toList();
        return changed.size() == 1 ? Optional.of(news(changed)) : Optional.empty();
    }

    private boolean turned(PublicComponent now) {
        return before.allComponents()
                .filter(one -> one.component().id().equals(now.component().id()))
                .anyMatch(one -> one.state() != now.state());
    }

    private static News news(List<PublicComponent> changed) {
        var only = changed.getFirst();
        return new News(
                only.changedAt(),
                "live.update",
                only.component().name(),
                "state." + only.state().key());
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toSet());
    }
}
