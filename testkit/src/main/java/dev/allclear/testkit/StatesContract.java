package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store must do with changes of state.
public interface StatesContract extends OnStore {

    Area CHECKOUT = Area.whole(Stories.CHECKOUT);
    Area API_EUROPE = Area.in(Stories.API, Stories.EUROPE);
    Cause ONE = Cause.incident("one");
    Cause TWO = Cause.incident("two");
    Cause WORK = Cause.maintenance("one");

    @Test
    default void gives_changes_in_order_of_time() {
        var page = Stories.opened(store()).id();
        var late = change(CHECKOUT, ONE, State.OPERATIONAL, 60);
        var early = change(CHECKOUT, ONE, State.MAJOR_OUTAGE, 0);
        var between = change(API_EUROPE, Cause.BY_HAND, State.UNKNOWN, 30);

        change(tx -> tx.states().add(page, List.of(late, early)));
        change(tx -> tx.states().add(page, List.of(between)));

        assertThat(since(page, minute(0))).containsExactly(early, between, late);
    }

    @Test
    default void keeps_the_order_of_changes_at_the_same_instant() {
        var page = Stories.opened(store()).id();
        var changes = List.of(
                change(CHECKOUT, Cause.BY_HAND, State.MAJOR_OUTAGE, 0),
                change(CHECKOUT, Cause.BY_HAND, State.PARTIAL_OUTAGE, 0),
                change(CHECKOUT, Cause.BY_HAND, State.OPERATIONAL, 0));

        change(tx -> tx.states().add(page, changes));

        assertThat(since(page, minute(0))).containsExactlyElementsOf(changes);
        assertThat(since(page, minute(1))).containsExactly(changes.getLast());
    }

    @Test
    default void gives_the_last_change_before_for_each_area_and_cause() {
        var page = Stories.opened(store()).id();
        var checkoutDown = change(CHECKOUT, ONE, State.MAJOR_OUTAGE, 0);
        var checkoutHalf = change(CHECKOUT, ONE, State.PARTIAL_OUTAGE, 10);
        var checkoutSlow = change(CHECKOUT, TWO, State.DEGRADED_PERFORMANCE, 5);
        var checkoutWork = change(CHECKOUT, WORK, State.UNDER_MAINTENANCE, 6);
        var apiDown = change(API_EUROPE, ONE, State.MAJOR_OUTAGE, 1);
        var apiBack = change(API_EUROPE, ONE, State.OPERATIONAL, 40);

        change(tx -> tx.states()
                .add(page, List.of(checkoutDown, checkoutHalf, checkoutSlow, checkoutWork, apiDown, apiBack)));

        assertThat(since(page, minute(20))).containsExactly(apiDown, checkoutSlow, checkoutWork, checkoutHalf, apiBack);
    }

    @Test
    default void puts_the_changes_of_one_cause_in_place_of_those_it_had() {
        var page = Stories.opened(store()).id();
        var wrong = change(CHECKOUT, ONE, State.MAJOR_OUTAGE, 0);
        var right = change(CHECKOUT, ONE, State.PARTIAL_OUTAGE, 5);
        var other = change(CHECKOUT, TWO, State.MAJOR_OUTAGE, 1);
        var sameIdOtherKind = change(CHECKOUT, WORK, State.UNDER_MAINTENANCE, 2);
        change(tx -> tx.states().add(page, List.of(wrong, other, sameIdOtherKind)));

        change(tx -> tx.states().replace(page, ONE, List.of(right)));
        assertThat(since(page, minute(0))).containsExactly(other, sameIdOtherKind, right);

        change(tx -> tx.states().replace(page, ONE, List.of()));
        assertThat(since(page, minute(0))).containsExactly(other, sameIdOtherKind);
    }

    @Test
    default void keeps_the_states_of_each_page_to_itself() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var down = change(CHECKOUT, ONE, State.MAJOR_OUTAGE, 0);
        change(tx -> tx.states().add(page, List.of(down)));

        change(tx -> tx.states().replace(other, ONE, List.of()));

        assertThat(since(other, minute(0))).isEmpty();
        assertThat(since(page, minute(0))).containsExactly(down);
    }

    private List<StateChange> since(PageId page, Instant since) {
        return look(tx -> tx.states().since(page, since));
    }

    private static StateChange change(Area area, Cause cause, State state, int minute) {
        return new StateChange(area, cause, state, minute(minute));
    }

    private static Instant minute(int minute) {
        return Stories.NOW.plus(Duration.ofMinutes(minute));
    }
}
