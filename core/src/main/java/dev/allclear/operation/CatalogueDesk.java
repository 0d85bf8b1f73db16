package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.people.Actor;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import dev.allclear.transaction.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The front door for components, groups, regions, and states set by hand.
public final class CatalogueDesk {

    private final Store store;
    private final InstantSource clock;

    public CatalogueDesk(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public Stored<Catalogue> look(PageId page) {
        return store.reading(tx -> tx.catalogues().of(page));
    }

    /// Puts a changed catalogue in place.
    ///
    /// @param seen the version that the sender looked at; empty for whatever is there now
    /// @param action for the journal, such as `component.added`
    public Stored<Catalogue> change(
            PageId page,
            Optional<Long> seen,
            String action,
            String subject,
            String detail,
            Actor actor,
            UnaryOperator<Catalogue> step) {
        return store.inTransaction(tx -> {
            var stored = tx.catalogues().of(page);
            if (seen.isPresent() && seen.get() != stored.version()) {
                throw new Refused.ChangedMeanwhile("list of components");
            }
            var next = step.apply(stored.value());
            next.mustAddNoTwin(stored.value());
            tx.catalogues().save(page, next, stored.version());
            tx.journal().append(page, clock.instant(), actor.name(), action, subject, detail);
            tx.publish(page);
            return new Stored<>(next, stored.version() + 1);
        });
    }

    /// Sets a state that no incident explains. It holds until set again, beside whatever incidents say.
    public void set(PageId page, Area area, State state, Actor actor) {
        store.inTransaction(tx -> {
            tx.catalogues().of(page).value().mustHold("component", List.of(area));
            var now = clock.instant();
            tx.states().add(page, List.of(new StateChange(area, Cause.BY_HAND, state, now)));
            tx.journal()
                    .append(
                            page,
                            now,
                            actor.name(),
                            "component.state",
                            area.component().value(),
                            state.key()
                                    + area.region()
                                            .map(region -> " in " + region.value())
                                            .orElse(""));
            tx.publish(page);
            return area;
        });
    }
}
