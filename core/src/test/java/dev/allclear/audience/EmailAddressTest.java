package dev.allclear.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.com",
                "a.b+status@mail.example.co.uk",
                "o'neil@example.com",
                "x_1-2@xn--bcher-kva.example"
            })
    void common_addresses_are_read_as_they_are(String address) {
        assertThat(EmailAddress.parse(address).value()).isEqualTo(address);
    }

    @Test
    void the_domain_is_kept_in_small_ascii_letters_and_the_local_part_as_typed() {
        assertThat(EmailAddress.parse("  Ana.Lima@BÜCHER.example ").value())
                .isEqualTo("Ana.Lima@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.com",
                "ana@",
                "ana@localhost",
                "ana@-x.example",
                "ana@example..com",
                ".ana@example.com",
                "a..b@example.com",
                "ana@example.com\r\nBcc: eve@example.com",
                "ana@[127.0.0.1]",
                "ana@127.0.0.1",
                "\"ana b\"@example.com",
                "ana@exa mple.com",
                "ana@example.com, eve@example.com",
                "Ana <ana@example.com>",
                "ana\u0000@example.com",
                "ana@exam\u2028ple.com"
            })
    void anything_else_is_refused_with_what_would_be_right(String address) {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> EmailAddress.parse(address))
                .withMessageContaining("name@example.com");
    }

    @Test
    void a_log_shows_no_whole_address() {
        assertThat(EmailAddress.parse("ana@example.com").masked()).isEqualTo("a***@example.com");
    }
}
