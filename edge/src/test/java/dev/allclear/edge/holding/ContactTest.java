package dev.allclear.edge.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "help@example.com, mailto:help@example.com, help@example.com",
        "+49 30 123-4567, tel:+49301234567, +49 30 123-4567",
        "https://help.example.com/, https://help.example.com/, help.example.com",
        "mailto:a@b.example?subject=Down, mailto:a@b.example?subject=Down, a@b.example",
    })
    void whatever_people_use_becomes_a_link_that_can_also_be_read(String typed, String link, String label) {
        var contact = Contact.parse(typed);

        assertThat(contact.link()).hasToString(link);
        assertThat(contact.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "call us", "https:", "data:text/html,x", "a b@c.example"})
    void anything_else_is_refused(String typed) {
        assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> Contact.parse(typed));
    }
}
