package dev.allclear.app.imports.cstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldTimeTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021-04-14T07:30:00-00:00           | 2021-04-14T07:30:00Z
            2021-04-14T07:30:00+00:00           | 2021-04-14T07:30:00Z
            2021-04-14T07:30:00Z                | 2021-04-14T07:30:00Z
            2023-12-04T8:00:00-00:00            | 2023-12-04T08:00:00Z
            2023-02-03T16:00:00-05:00           | 2023-02-03T21:00:00Z
            2023-02-03 16:00:00 +0530           | 2023-02-03T10:30:00Z
            2023-02-03T16:00:00.123456Z         | 2023-02-03T16:00:00Z
            2021-06-08 11:20 UTC                | 2021-06-08T11:20:00Z
            2023-03-29 15h50 UTC                | 2023-03-29T15:50:00Z
            2023-03-29 - 15:50 GMT              | 2023-03-29T15:50:00Z
            11th of February 2022 - 19:00 UTC   | 2022-02-11T19:00:00Z
            Tue, 08 Jun 2021 11:20:00 GMT       | 2021-06-08T11:20:00Z
            January 2, 2026 at 3:04 PM UTC      | 2026-01-02T15:04:00Z
            2 Jan 2026, 12:04 a.m. UTC          | 2026-01-02T00:04:00Z
            """)
    void reads_times_with_their_zone(String written, Instant meant) {
        var read = OldTime.read(written, OSLO);

        assertThat(read).contains(new OldTime(meant, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-13 15:54:00, 2020-06-13T13:54:00Z",
        "2020-12-13T15:54, 2020-12-13T14:54:00Z",
        // This hour never was: clocks went from two to three.
        "2020-03-29 02:30:00, 2020-03-29T01:30:00Z"
    })
    void takes_the_page_s_zone_where_none_is_written(String written, Instant meant) {
        var read = OldTime.read(written, OSLO);

        assertThat(read).contains(new OldTime(meant, false, false));
    }

    @Test
    void takes_a_day_as_its_first_moment() {
        var read = OldTime.read("5 May 2024", OSLO);

        assertThat(read).contains(new OldTime(Instant.parse("2024-05-04T22:00:00Z"), false, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "someday",
                "2021-13-01",
                "2021-02-30T10:00:00Z",
                "2021-06-08 25:00",
                "2021-06-08 11:20 CET",
                "10:00 UTC",
                "12"
            })
    void takes_nothing_else_for_a_time(String written) {
        assertThat(OldTime.read(written, OSLO)).isEmpty();
    }
}
