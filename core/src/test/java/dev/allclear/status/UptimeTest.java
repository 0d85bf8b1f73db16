package dev.allclear.status;

import static dev.allclear.Moments.DAY;
import static dev.allclear.Moments.at;
import static dev.allclear.status.Shop.CATALOGUE;
import static dev.allclear.status.Shop.CHECKOUT;
import static dev.allclear.status.Shop.EUROPE;
import static dev.allclear.status.Shop.SEARCH;
import static dev.allclear.status.State.MAJOR_OUTAGE;
import static dev.allclear.status.State.OPERATIONAL;
import static dev.allclear.status.State.PARTIAL_OUTAGE;
import static dev.allclear.status.State.UNDER_MAINTENANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UptimeTest {

    private static final Cause INCIDENT = Cause.incident("one");
    private static final Cause OTHER = Cause.incident("two");
    private static final Cause WORK = Cause.maintenance("work");
    private static final Area ALL_OF_SEARCH = Area.whole(SEARCH);

    @Test
    void downtime_is_counted_to_the_second_from_the_changes() {
        var changes = List.of(
                new StateChange(ALL_OF_SEARCH, INCIDENT, MAJOR_OUTAGE, at("10:00:01")),
                new StateChange(ALL_OF_SEARCH, INCIDENT, OPERATIONAL, at("10:07:08")));

        var uptime = uptime(changes, at("00:00"), at("12:00"));

        assertThat(uptime.in(MAJOR_OUTAGE)).isEqualTo(Duration.ofSeconds(7 * 60 + 7));
        assertThat(uptime.percent()).isEqualByComparingTo("99.01");
    }

    @Test
    void overlapping_incidents_are_counted_once_and_as_the_worst_of_them() {
        var changes = List.of(
                new StateChange(ALL_OF_SEARCH, INCIDENT, PARTIAL_OUTAGE, at("10:00")),
                new StateChange(ALL_OF_SEARCH, OTHER, MAJOR_OUTAGE, at("10:30")),
                new StateChange(ALL_OF_SEARCH, OTHER, OPERATIONAL, at("11:00")),
                new StateChange(ALL_OF_SEARCH, INCIDENT, OPERATIONAL, at("11:30")));

        var uptime = uptime(changes, at("10:00"), at("12:00"));

        assertThat(uptime.in(MAJOR_OUTAGE)).isEqualTo(Duration.ofMinutes(30));
        assertThat(uptime.in(PARTIAL_OUTAGE)).isEqualTo(Duration.ofMinutes(60));
        assertThat(uptime.in(OPERATIONAL)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void maintenance_stands_apart_and_costs_no_uptime() {
        var changes = List.of(
                new StateChange(ALL_OF_SEARCH, WORK, UNDER_MAINTENANCE, at("10:00")),
                new StateChange(ALL_OF_SEARCH, WORK, OPERATIONAL, at("11:00")));

        var uptime = uptime(changes, at("00:00"), at("12:00"));

        assertThat(uptime.in(UNDER_MAINTENANCE)).isEqualTo(Duration.ofHours(1));
        assertThat(uptime.percent()).isEqualByComparingTo("100.00");
    }

    @Test
    void one_lost_second_in_ninety_days_is_never_rounded_up_to_a_hundred() {
        var changes = List.of(
                new StateChange(ALL_OF_SEARCH, INCIDENT, MAJOR_OUTAGE, at("10:00:00")),
                new StateChange(ALL_OF_SEARCH, INCIDENT, OPERATIONAL, at("10:00:01")));

        assertThat(uptime(changes, at("12:00").minus(Duration.ofDays(90)), at("12:00"))
                        .percent())
                .isEqualByComparingTo("99.99");
    }

    @Test
    void an_outage_that_began_before_the_stretch_counts_from_its_first_instant() {
        var began = new StateChange(ALL_OF_SEARCH, INCIDENT, MAJOR_OUTAGE, at("08:00"));

        assertThat(uptime(List.of(began), at("10:00"), at("12:00")).percent()).isEqualByComparingTo("0.00");
    }

    @Test
    void a_component_down_in_one_of_two_regions_loses_half() {
        var changes = List.of(
                new StateChange(Area.in(CHECKOUT, EUROPE), INCIDENT, MAJOR_OUTAGE, at("00:00")),
                new StateChange(Area.in(CHECKOUT, EUROPE), INCIDENT, OPERATIONAL, at("12:00")));
        var checkout = CATALOGUE.component(CHECKOUT).orElseThrow();

        var today = Days.last(1, checkout, changes, ZoneOffset.UTC, at("12:00"));

        assertThat(today.total().percent()).isEqualByComparingTo("50.00");
    }

    @Test
    void days_before_the_start_date_have_no_data() {
        var search = CATALOGUE.component(SEARCH).orElseThrow();

        var days = Days.last(90, search, List.of(), ZoneOffset.UTC, at("12:00"));

        assertThat(days.days()).hasSize(90);
        assertThat(days.days().getLast().date()).isEqualTo(DAY);
        assertThat(days.days().stream().filter(day -> day.uptime().isEmpty())).hasSize(79);
    }

    @Test
    void the_day_of_the_change_to_winter_time_has_twenty_five_hours() {
        var berlin = ZoneId.of("Europe/Berlin");
        var search = new Component(
                SEARCH,
                Optional.empty(),
                "Search",
                "",
                0,
                List.of(),
                LocalDate.of(2026, 10, 1),
                true,
                false,
                at("00:00"),
                at("00:00"));

        var days = Days.last(3, search, List.of(), berlin, Instant.parse("2026-10-26T12:00:00Z"));

        assertThat(days.days().get(1).date()).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(days.days().get(1).uptime().in(OPERATIONAL)).isEqualTo(Duration.ofHours(25));
    }

    private static Uptime uptime(List<StateChange> changes, Instant from, Instant until) {
        return Uptime.between(List.of(Timeline.of(ALL_OF_SEARCH, changes, from, until)), from, until);
    }
}
