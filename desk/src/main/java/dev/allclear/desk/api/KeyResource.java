package dev.allclear.desk.api;

import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.operation.KeyDesk;
import dev.allclear.people.ApiKey;
import dev.allclear.people.ApiKeyId;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `/keys`: API keys of the page, for its owners.
final class KeyResource {

    private final KeyDesk desk;
    private final Json json;
    private final Replies replies;

    KeyResource(KeyDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/keys", Permission.MANAGE_PEOPLE, this::list);
        mount.postOnce("/keys", Permission.MANAGE_PEOPLE, this::create);
        mount.delete("/keys/{id}", Permission.MANAGE_PEOPLE, this::revoke);
    }

    private record View(
            String id,
            String name,
            String prefix,
            String scope,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> revokedAt) {}

    /// @param secret the key itself, shown this once
    private record CreatedView(View key, String secret) {}

    private record Listed(List<View> keys) {}

    private Answer list(Ask ask) {
        return replies.ok(new Listed(
                desk.all(ask.page().id()).stream().map(KeyResource::view).toList()));
    }

    private Answer create(Ask ask) {
        var fields = Fields.of(ask, json);
        var name = fields.line("name", 80);
        var scope = fields.oneOf("scope", Role.values(), Role::key);
        var expiresAt = fields.maybe("expires_at", fields::time);
        fields.refuseIfWrong();
        var created = desk.create(ask.page().id(), name.orElseThrow(), scope.orElseThrow(), expiresAt, ask.actor());
        return replies.created(
                ask,
                Mount.ROOT + "/keys/" + created.key().id().value(),
                new CreatedView(view(created.key()), created.secret()));
    }

    private Answer revoke(Ask ask) {
        Tags.mustNotAsk(ask);
        desk.revoke(ask.page().id(), new ApiKeyId(ask.variable("id")), ask.actor());
        return Answer.empty(204);
    }

    private static View view(ApiKey key) {
        return new View(
                key.id().value(),
                key.name(),
                key.prefix(),
                key.scope().key(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
