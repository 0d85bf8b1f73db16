package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Correspondence;
import dev.allclear.audience.Listed;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Retention;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.audience.Tag;
import dev.allclear.journal.Entry;
import dev.allclear.people.Actor;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The front door for the audience as a whole: finding people, changing many at once, seeing who is left out, and
/// telling a person everything that we know of them.
public final class AudienceDesk {

    private static final int PORTION = 1_000;
    private static final int MOST_SENT = 10_000;

    private final Store store;
    private final InstantSource clock;

    public AudienceDesk(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param after `next` of the portion before; empty for the first
    public Listed list(PageId page, Selection which, Optional<String> after, int limit) {
        return store.reading(tx -> tx.subscribers().list(page, which, after, limit));
    }

    /// How many there are, counted no further than to the limit.
    public long count(PageId page, Selection which, long limit) {
        return store.reading(tx -> tx.subscribers().count(page, which, limit));
    }

    /// Those who hear nothing although they wished to, because nothing of what they chose is there any more.
    ///
    /// @param choices what they chose
    public record Lost(Set<Choice> choices, long people) {}

    public Lost lost(PageId page) {
        return store.reading(tx -> {
            var catalogue = tx.catalogues().of(page).value();
            var lost = tx.subscribers().choices(page).entrySet().stream()
                    .filter(counted -> leadsNowhere(counted.getKey(), catalogue))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            var people = lost.values().stream().mapToLong(Long::longValue).sum();
            return new Lost(lost.keySet(), people);
        });
    }

    private static boolean leadsNowhere(Choice choice, Catalogue catalogue) {
        var active = catalogue.active().map(Component::id).collect(Collectors.toSet());
        var namesParts = !choice.components().isEmpty() || !choice.groups().isEmpty();
        var hasPart = choice.components().stream().anyMatch(active::contains)
                || choice.groups().stream()
                        .anyMatch(group -> catalogue.group(group).isPresent());
        var hasPlace = choice.regions().isEmpty()
                || choice.regions().stream()
                        .anyMatch(region -> catalogue.region(region).isPresent());
        return (namesParts && !hasPart) || !hasPlace;
    }

    /// What is done to many at once.
    public sealed interface Act {
        record Add(Tag tag) implements Act {}

        record TakeOff(Tag tag) implements Act {}

        record Rest(Pause pause) implements Act {}

        record Resume() implements Act {}

        /// They hear of everything from now on, as many kinds of news as before.
        record Widen() implements Act {}

        /// They are written to no more, and remembered as having left.
        record Remove() implements Act {}
    }

    /// Does it to all of them, if they are as many as whoever wants it believes.
    ///
    /// @return how many it changed
    public long change(PageId page, Selection which, Act act, long expected, Actor actor) {
        var count = count(page, which, Long.MAX_VALUE);
        if (count != expected) {
            throw new Refused.Invalid(
                    "expected", "It would concern %,d subscribers by now. Look again who they are.".formatted(count));
        }
        var now = clock.instant();
        // Whoever is changed may no longer be among those who are asked for, so we go through all by their ids.
        var last = Optional.<SubscriberId>empty();
        var changed = 0L;
        while (true) {
            var after = last;
            var portion = store.inTransaction(tx -> {
                var found = tx.subscribers().each(page, which, after, PORTION);
                var next = found.stream()
                        .map(one -> changed(one, act, now, actor))
                        .filter(Predicate.not(new HashSet<>(found)::contains))
                        .toList();
                tx.subscribers().replace(next);
                return new Done(found, next.size());
            });
            changed += portion.changed();
            if (portion.found().size() < PORTION) {
                journal(page, act, changed, actor);
                return changed;
            }
            last = Optional.of(portion.found().getLast().id());
        }
    }

    private record Done(List<Subscriber> found, int changed) {}

    private static Subscriber changed(Subscriber one, Act act, Instant now, Actor actor) {
        return switch (act) {
            case Act.Add(var tag) -> {
                var tags = new HashSet<>(one.tags());
                tags.add(tag);
                yield one.tagged(tags);
            }
            case Act.TakeOff(var tag) -> {
                var tags = new HashSet<>(one.tags());
                tags.remove(tag);
                yield one.tagged(tags);
            }
            case Act.Rest(var pause) -> one.isConfirmed() ? one.pausing(Optional.of(pause)) : one;
            case Act.Resume() -> one.pausing(Optional.empty());
            case Act.Widen() ->
                one.choosing(
                        new Choice(Set.of(), Set.of(), Set.of(), one.choice().kinds()), one.language(), one.zone());
            case Act.Remove() ->
                one.standing() instanceof Standing.Left
                        ? one
                        : one.standing(new Standing.Left(now, "taken off the list by " + actor.name()));
        };
    }

    private void journal(PageId page, Act act, long changed, Actor actor) {
        var what = switch (act) {
            case Act.Add(var tag) -> "tagged " + tag.word();
            case Act.TakeOff(var tag) -> "no longer tagged " + tag.word();
            case Act.Rest(var pause) ->
                "paused" + pause.until().map(until -> " until " + until).orElse("");
            case Act.Resume() -> "resumed";
            case Act.Widen() -> "follow everything";
            case Act.Remove() -> "taken off the list";
        };
        store.inTransaction(tx -> {
            tx.journal()
                    .append(
                            page,
                            clock.instant(),
                            actor.name(),
                            "subscribers.changed",
                            "",
                            "%,d subscribers: %s".formatted(changed, what));
            return page;
        });
    }

    /// Everything that we know of one person.
    ///
    /// @param sent what was written to them, newest first
    /// @param journal what was done about them, oldest first
    public record Dossier(Subscriber subscriber, List<Correspondence.Sent> sent, List<Entry> journal) {}

    public Dossier dossier(PageId page, SubscriberId id) {
        return store.reading(tx -> new Dossier(
                tx.subscribers().find(page, id).orElseThrow(() -> new Refused.NotFound("subscriber")),
                tx.correspondence().of(page, id, MOST_SENT),
                tx.journal().about(page, id.value())));
    }

    public Stored<Retention> retention(PageId page) {
        return store.reading(tx -> tx.retentions().of(page));
    }

    public void keep(PageId page, Retention retention, long version, Actor actor) {
        store.inTransaction(tx -> {
            tx.retentions().save(page, retention, version);
            journalled(tx, page, retention, actor);
            return page;
        });
    }

    private void journalled(Tx tx, PageId page, Retention retention, Actor actor) {
        tx.journal()
                .append(
                        page,
                        clock.instant(),
                        actor.name(),
                        "retention.changed",
                        "",
                        "left: %d days; deliveries: %d days"
                                .formatted(
                                        retention.left().toDays(),
                                        retention.deliveries().toDays()));
    }
}
