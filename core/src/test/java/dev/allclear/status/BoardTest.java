package dev.allclear.status;

import static dev.allclear.Moments.at;
import static dev.allclear.status.Shop.AMERICA;
import static dev.allclear.status.Shop.CATALOGUE;
import static dev.allclear.status.Shop.CHECKOUT;
import static dev.allclear.status.Shop.EUROPE;
import static dev.allclear.status.Shop.PAYING;
import static dev.allclear.status.Shop.SEARCH;
import static dev.allclear.status.Shop.STORE;
import static dev.allclear.status.State.DEGRADED_PERFORMANCE;
import static dev.allclear.status.State.MAJOR_OUTAGE;
import static dev.allclear.status.State.OPERATIONAL;
import static dev.allclear.status.State.UNDER_MAINTENANCE;
import static dev.allclear.status.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BoardTest {

    private static final Cause FIRST = Cause.incident("first");
    private static final Cause SECOND = Cause.incident("second");

    @Test
    void everything_works_when_nothing_was_said() {
        var board = Board.at(CATALOGUE, List.of(), at("12:00"));

        assertThat(board.overall()).isEqualTo(OPERATIONAL);
    }

    @Test
    void an_outage_in_one_region_leaves_the_other_alone_and_rolls_up_through_all_groups() {
        var outage = new StateChange(Area.in(CHECKOUT, EUROPE), FIRST, MAJOR_OUTAGE, at("11:00"));

        var board = Board.at(CATALOGUE, List.of(outage), at("12:00"));

        assertThat(board.of(Area.in(CHECKOUT, EUROPE))).isEqualTo(MAJOR_OUTAGE);
        assertThat(board.of(Area.in(CHECKOUT, AMERICA))).isEqualTo(OPERATIONAL);
        assertThat(board.of(CATALOGUE.group(PAYING).orElseThrow())).isEqualTo(MAJOR_OUTAGE);
        assertThat(board.of(CATALOGUE.group(STORE).orElseThrow())).isEqualTo(MAJOR_OUTAGE);
        assertThat(board.overall()).isEqualTo(MAJOR_OUTAGE);
    }

    @Test
    void an_outage_of_the_whole_component_is_one_in_each_region() {
        var outage = new StateChange(Area.whole(CHECKOUT), FIRST, DEGRADED_PERFORMANCE, at("11:00"));

        var board = Board.at(CATALOGUE, List.of(outage), at("12:00"));

        assertThat(board.of(Area.in(CHECKOUT, AMERICA))).isEqualTo(DEGRADED_PERFORMANCE);
    }

    @Test
    void closing_one_incident_does_not_hide_another_on_the_same_component() {
        var changes = List.of(
                new StateChange(Area.whole(SEARCH), FIRST, MAJOR_OUTAGE, at("10:00")),
                new StateChange(Area.whole(SEARCH), SECOND, DEGRADED_PERFORMANCE, at("10:30")),
                new StateChange(Area.whole(SEARCH), FIRST, OPERATIONAL, at("11:00")));

        var board = Board.at(CATALOGUE, changes, at("12:00"));

        assertThat(board.of(Area.whole(SEARCH))).isEqualTo(DEGRADED_PERFORMANCE);
    }

    @Test
    void what_lies_ahead_does_not_count_yet() {
        var later = new StateChange(Area.whole(SEARCH), FIRST, MAJOR_OUTAGE, at("13:00"));

        assertThat(Board.at(CATALOGUE, List.of(later), at("12:00")).overall()).isEqualTo(OPERATIONAL);
    }

    @Test
    void an_outage_shows_through_maintenance_and_the_unknown_is_never_good() {
        assertThat(State.worst(List.of(UNDER_MAINTENANCE, MAJOR_OUTAGE))).isEqualTo(MAJOR_OUTAGE);
        assertThat(State.worst(List.of(OPERATIONAL, UNKNOWN))).isEqualTo(UNKNOWN);
        assertThat(State.worst(List.of(UNDER_MAINTENANCE, UNKNOWN))).isEqualTo(UNKNOWN);
    }
}
