package dev.allclear.desk.api;

import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.journal.Entry;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `/journal`: who did what, newest first, with the chain of hashes.
final class JournalResource {

    private final Store store;
    private final Replies replies;

    JournalResource(Store store, Json json) {
        this.store = store;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/journal", Permission.VIEW_DESK, this::list);
    }

    private record View(
            long number,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            String previous,
            String hash) {}

    private record Listed(List<View> entries, Optional<String> nextCursor) {}

    private Answer list(Ask ask) {
        var portion = Portion.of(ask);
        var before = portion.cursor().map(_ -> (long) portion.offset());
        var entries = store.reading(tx -> tx.journal().page(ask.page().id(), before, portion.limit()));
        Optional<String> next = entries.isEmpty() || entries.getLast().number() == 1
                ? Optional.empty()
                : Optional.of(Portion.sealed(Long.toString(entries.getLast().number())));
        return replies.ok(new Listed(entries.stream().map(JournalResource::view).toList(), next));
    }

    private static View view(Entry entry) {
        return new View(
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.previous(),
                entry.hash());
    }
}
