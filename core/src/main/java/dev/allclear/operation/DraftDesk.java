package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import dev.allclear.people.Actor;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The front door for drafts: who handed one over to be agreed to, and who sent it back.
public final class DraftDesk {

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;

    public DraftDesk(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
    }

    /// Keeps it for its author to go on with, or, handed over, for somebody else to agree. What somebody else wrote
    /// into the same draft meanwhile is kept too: then this one stands beside it, under another name.
    ///
    /// @param seen when the draft was saved from which its author went on; empty for a new one
    /// @param beside the name that it gets if there is another by now
    /// @return as it is kept
    public Draft save(Draft written, Optional<Instant> seen, DraftId beside, Actor actor) {
        return store.inTransaction(tx -> {
            var draft = tx.drafts()
                    .find(written.page(), written.id())
                    .filter(newest -> !isContinued(newest, seen, actor))
                    .map(_ -> written.named(beside))
                    .orElse(written);
            var incident = draft.incident();
            if (incident.isPresent()
                    && tx.incidents().find(draft.page(), incident.get()).isEmpty()) {
                throw new Refused.NotFound("incident");
            }
            var before = tx.drafts().find(draft.page(), draft.id()).filter(it -> isHandedOver(it, draft));
            if (before.isPresent()) {
                // Sent twice: everybody was called the first time.
                return before.get();
            }
            tx.drafts().save(draft);
            draft.waitingSince().ifPresent(since -> {
                journal(tx, draft, "draft.handed-over", "", actor);
                call(tx, draft, since);
            });
            return draft;
        });
    }

    /// Whether it is still what its author went on from; a form that is sent twice is one draft.
    private static boolean isContinued(Draft newest, Optional<Instant> seen, Actor actor) {
        return seen.map(newest.savedAt()::equals)
                .orElseGet(() -> newest.author().equals(actor.name()));
    }

    private static boolean isHandedOver(Draft before, Draft draft) {
        return before.waitingSince().isPresent()
                && draft.waitingSince().isPresent()
                && before.author().equals(draft.author())
                && before.fields().equals(draft.fields());
    }

    /// Calls everybody who may agree to it.
    private void call(Tx tx, Draft draft, Instant since) {
        var subject = new Subject.OfHandover(draft.id(), since);
        tx.outbox().add(new Announcement(new AnnouncementId(entropy.id()), draft.page(), subject, clock.instant()));
    }

    /// Throws it away, with what somebody wrote in it.
    public void delete(PageId page, DraftId id, Actor actor) {
        store.inTransaction(tx -> {
            var draft = tx.drafts().find(page, id).orElseThrow(() -> new Refused.NotFound("draft"));
            tx.drafts().remove(page, id);
            journal(tx, draft, "draft.deleted", "written by " + draft.author(), actor);
            return draft;
        });
    }

    /// @param seen when the draft was saved that the sender has read
    /// @throws Refused.ChangedMeanwhile when its author changed it since
    public void sendBack(PageId page, DraftId id, Instant seen, String remark, Actor actor) {
        store.inTransaction(tx -> {
            var draft = tx.drafts().find(page, id).orElseThrow(() -> new Refused.NotFound("draft"));
            if (!draft.savedAt().equals(seen)) {
                throw new Refused.ChangedMeanwhile("draft");
            }
            if (draft.waitingSince().isEmpty()) {
                throw new Refused.Conflict("This draft waits for nobody: it is with its author.");
            }
            var why = new Draft.Remark(actor.name(), clock.instant(), remark);
            tx.drafts().save(draft.sentBack(why));
            journal(tx, draft, "draft.sent-back", why.text(), actor);
            return draft;
        });
    }

    private void journal(Tx tx, Draft draft, String action, String detail, Actor actor) {
        var subject = draft.incident().map(incident -> incident.value()).orElse("");
        tx.journal().append(draft.page(), clock.instant(), actor.name(), action, subject, detail);
    }
}
