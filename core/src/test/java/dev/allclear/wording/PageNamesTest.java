package dev.allclear.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Jenkins Status Page", "Fernhill status", "Acme Statusseite", "Acme Status-Seite", "Status"})
    void a_name_that_says_status_is_left_alone(String name) {
        assertThat(PageNames.saysStatus(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fernhill", "Thermostatus", "Status Quo Ltd", ""})
    void others_get_the_word_behind_them(String name) {
        assertThat(PageNames.saysStatus(name)).isFalse();
    }
}
