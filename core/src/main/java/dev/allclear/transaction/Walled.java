package dev.allclear.transaction;

import dev.allclear.PageId;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.rehearsal.Rehearsals;
import dev.allclear.rehearsal.Walls;
import java.time.Instant;
import java.util.function.Function;

/// Lets rehearsals into the store, and nowhere else in it.
public record Walled(Store store) implements Walls {

    @Override
    public <T> T inTransaction(Function<Inside, T> work) {
        return store.inTransaction(tx -> work.apply(new Room(tx)));
    }

    @Override
    public <T> T reading(Function<Inside, T> work) {
        return store.reading(tx -> work.apply(new Room(tx)));
    }

    private record Room(Tx tx) implements Inside {

        @Override
        public Rehearsals rehearsals() {
            return tx.rehearsals();
        }

        @Override
        public SeverityPolicy policy(PageId page) {
            return tx.policies().of(page).value();
        }

        @Override
        public void note(PageId page, Instant at, String actor, String action, String subject, String detail) {
            tx.journal().append(page, at, actor, action, subject, detail);
        }
    }
}
