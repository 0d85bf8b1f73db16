package dev.allclear.desk.console.catalogue;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.desk.web.Ask;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Cause;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The catalogue with the state of everything in it, at one instant.
///
/// @param changes enough of them to know every state now
record Sight(Catalogue catalogue, long version, Board board, List<StateChange> changes) {

    static Sight of(Store store, PageId page, Instant now) {
        return store.reading(tx -> {
            var stored = tx.catalogues().of(page);
            var changes = tx.states().since(page, now);
            return new Sight(stored.value(), stored.version(), Board.at(stored.value(), changes, now), changes);
        });
    }

    Component component(Ask ask) {
        return component(catalogue, new ComponentId(ask.variable("id")));
    }

    static Component component(Catalogue catalogue, ComponentId id) {
        return catalogue.component(id).orElseThrow(() -> new Refused.NotFound("component"));
    }

    Group group(Ask ask) {
        return group(catalogue, new GroupId(ask.variable("id")));
    }

    static Group group(Catalogue catalogue, GroupId id) {
        return catalogue.group(id).orElseThrow(() -> new Refused.NotFound("group"));
    }

    Region region(Ask ask) {
        return catalogue.region(new RegionId(ask.variable("id"))).orElseThrow(() -> new Refused.NotFound("region"));
    }

    /// What was last set by hand for exactly this area.
    State byHand(Area area) {
        return last(area).map(StateChange::state).orElse(State.OPERATIONAL);
    }

    private Optional<StateChange> last(Area area) {
        return changes.stream()
                .filter(change ->
                        change.cause().equals(Cause.BY_HAND) && change.area().equals(area))
                .max(Comparator.comparing(StateChange::at));
    }
}
