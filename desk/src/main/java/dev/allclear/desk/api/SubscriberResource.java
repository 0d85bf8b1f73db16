package dev.allclear.desk.api;

import dev.allclear.Fault;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Correspondence;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.audience.Tag;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Zones;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.operation.AudienceDesk;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `/subscribers`: who is told.
final class SubscriberResource {

    private static final Set<String> IN_CHOICE = Set.of("components", "groups", "regions", "kinds");

    private final Store store;
    private final SubscriptionDesk desk;
    private final AudienceDesk audience;
    private final Json json;
    private final Replies replies;

    SubscriberResource(Store store, SubscriptionDesk desk, AudienceDesk audience, Json json) {
        this.store = store;
        this.desk = desk;
        this.audience = audience;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/subscribers", Permission.MANAGE_SUBSCRIBERS, this::list);
        mount.post("/subscribers", Permission.MANAGE_SUBSCRIBERS, this::add);
        mount.get("/subscribers/{id}", Permission.MANAGE_SUBSCRIBERS, this::show);
        mount.patch("/subscribers/{id}", Permission.MANAGE_SUBSCRIBERS, this::change);
        mount.delete("/subscribers/{id}", Permission.MANAGE_SUBSCRIBERS, this::erase);
        mount.get("/subscribers/{id}/data", Permission.MANAGE_SUBSCRIBERS, this::data);
    }

    /// One subscriber in the API.
    ///
    /// @param since when they confirmed or left
    /// @param proof how we know that they agreed, or why they left
    /// @param paused whether they hear nothing at present
    /// @param pausedUntil when that ends by itself
    private record View(
            String id,
            String email,
            String standing,
            Optional<Instant> since,
            Optional<String> proof,
            ChoiceView choice,
            String language,
            Optional<String> timeZone,
            List<String> tags,
            boolean paused,
            Optional<Instant> pausedUntil,
            Instant createdAt) {}

    private record Listed(List<View> subscribers, Optional<String> nextCursor) {}

    private Answer list(Ask ask) {
        var portion = Portion.of(ask);
        var found = audience.list(ask.page().id(), SelectionQuery.read(ask), portion.cursor(), portion.limit());
        var views = found.subscribers().stream().map(one -> view(one, ask)).toList();
        return replies.ok(new Listed(views, found.next().map(Portion::sealed)));
    }

    private Answer add(Ask ask) {
        var fields = Fields.of(ask, json);
        var email = fields.parsed("email", 320, EmailAddress::parse);
        var choice = fields.maybe("choice", fields::object).map(inside -> ChoiceView.read(inside, Choice.EVERYTHING));
        var language = language(fields);
        var zone = fields.maybe("time_zone", name -> fields.parsed(name, 80, Zones::named));
        var tags = tags(fields);
        fields.refuseIfWrong();
        var page = ask.page().id();
        var added = inChoice(() -> desk.add(
                page,
                email.orElseThrow(),
                choice.orElse(Choice.EVERYTHING),
                language.orElse(ask.page().language()),
                zone,
                ask.actor()));
        var tagged = tags.isEmpty() ? added : desk.revise(page, added.id(), one -> one.tagged(tags.get()), ask.actor());
        return replies.created(ask, Mount.ROOT + "/subscribers/" + added.id().value(), view(tagged, ask));
    }

    private Answer show(Ask ask) {
        return replies.ok(view(store.reading(tx -> found(tx, ask)), ask));
    }

    private Answer change(Ask ask) {
        Tags.mustNotAsk(ask);
        var before = store.reading(tx -> found(tx, ask));
        var fields = Fields.of(ask, json);
        var choice = fields.maybe("choice", fields::object).map(inside -> ChoiceView.read(inside, before.choice()));
        var language = language(fields);
        var changesZone = fields.has("time_zone");
        Optional<ZoneId> zone = fields.maybe("time_zone", name -> fields.parsed(name, 80, Zones::named));
        var tags = tags(fields);
        var pause = pause(fields);
        fields.refuseIfWrong();
        var next = inChoice(() -> desk.revise(
                ask.page().id(),
                id(ask),
                current -> pause.apply(current.choosing(
                                choice.orElse(current.choice()),
                                language.orElse(current.language()),
                                changesZone ? zone : current.zone())
                        .tagged(tags.orElse(current.tags()))),
                ask.actor()));
        return replies.ok(view(next, ask));
    }

    private static Optional<Set<Tag>> tags(Fields fields) {
        return fields.maybe("tags", name -> fields.lines(name, 50, 40))
                .map(words -> words.stream()
                        .flatMap(word -> {
                            try {
                                return Stream.of(Tag.parse(word));
                            } catch (Refused.Invalid wrong) {
                                return fields
                                        .<Tag>wrong(
                                                "tags",
                                                wrong.faults().getFirst().message())
                                        .stream();
                            }
                        })
                        .collect(Collectors.toSet()));
    }

    private static UnaryOperator<Subscriber> pause(Fields fields) {
        var paused = fields.maybe("paused", fields::flag);
        var until = fields.maybe("paused_until", fields::time);
        if (until.isPresent() && paused.filter(flag -> !flag).isPresent()) {
            fields.wrong("paused_until", "Somebody who does not pause has no end of it.");
        }
        if (until.isPresent()) {
            return one -> one.pausing(until.map(Pause::until));
        }
        return one -> paused.isEmpty() ? one : one.pausing(paused.get() ? Optional.of(Pause.OPEN) : Optional.empty());
    }

    /// The front door names the fields of a choice; here they lie inside of `choice`.
    private static Subscriber inChoice(Supplier<Subscriber> change) {
        try {
            return change.get();
        } catch (Refused.Invalid invalid) {
            throw new Refused.Invalid(invalid.faults().stream()
                    .map(fault -> IN_CHOICE.contains(fault.field())
                            ? new Fault("choice." + fault.field(), fault.message())
                            : fault)
                    .toList());
        }
    }

    private Answer erase(Ask ask) {
        Tags.mustNotAsk(ask);
        desk.erase(ask.page().id(), id(ask), ask.actor());
        return Answer.empty(204);
    }

    private static Optional<Language> language(Fields fields) {
        return fields.maybe(
                "language",
                name -> fields.parsed(name, 20, typed -> {
                    var tags = Languages.ALL.stream().map(Language::tag).toList();
                    if (!tags.contains(typed)) {
                        throw new Refused.Invalid(name, "This must be one of: " + String.join(", ", tags) + ".");
                    }
                    return new Language(typed);
                }));
    }

    private static SubscriberId id(Ask ask) {
        return new SubscriberId(ask.variable("id"));
    }

    private static Subscriber found(Tx tx, Ask ask) {
        return tx.subscribers().find(ask.page().id(), id(ask)).orElseThrow(() -> new Refused.NotFound("subscriber"));
    }

    /// Everything that we hold about one person.
    private record Data(View subscriber, List<Correspondence.Sent> messages, List<Line> journal) {}

    private record Line(Instant at, String actor, String action, String detail) {}

    private Answer data(Ask ask) {
        var dossier = audience.dossier(ask.page().id(), id(ask));
        var lines = dossier.journal().stream()
                .map(entry -> new Line(entry.at(), entry.actor(), entry.action(), entry.detail()))
                .toList();
        return replies.ok(new Data(view(dossier.subscriber(), ask), dossier.sent(), lines))
                .with("Cache-Control", "no-store");
    }

    private static View view(Subscriber subscriber, Ask ask) {
        return new View(
                subscriber.id().value(),
                subscriber.address().value(),
                standing(subscriber.standing()),
                switch (subscriber.standing()) {
                    case Standing.Pending _ -> Optional.empty();
                    case Standing.Confirmed(var at, var _) -> Optional.of(at);
                    case Standing.Left(var at, var _) -> Optional.of(at);
                },
                switch (subscriber.standing()) {
                    case Standing.Pending _ -> Optional.empty();
                    case Standing.Confirmed(var _, var proof) -> Optional.of(proof);
                    case Standing.Left(var _, var why) -> Optional.of(why);
                },
                ChoiceView.of(subscriber.choice()),
                subscriber.language().tag(),
                subscriber.zone().map(ZoneId::getId),
                subscriber.tags().stream().sorted().map(Tag::word).toList(),
                subscriber.isPaused(ask.now()),
                subscriber.pause().filter(pause -> pause.holds(ask.now())).flatMap(Pause::until),
                subscriber.createdAt());
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.Pending _ -> "pending";
            case Standing.Confirmed _ -> "confirmed";
            case Standing.Left _ -> "left";
        };
    }
}
