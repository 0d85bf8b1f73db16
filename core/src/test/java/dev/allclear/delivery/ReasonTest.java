package dev.allclear.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery.Kind;
import org.junit.jupiter.api.Test;

final class ReasonTest {

    private static String words(String note) {
        return Reason.of(Kind.FAILED, note).words();
    }

    @Test
    void what_names_one_person_or_one_message_is_left_out() {
        assertThat(words("550 5.1.1 <anna@shops.example>: Recipient address rejected: User unknown"))
                .isEqualTo("550 5.1.1 …: Recipient address rejected: User unknown")
                .isEqualTo(words("550 5.1.1 <bert@shops.example>: Recipient address rejected: User unknown"));
        assertThat(words("421 4.7.0 [TSS04] Messages from 192.0.2.7 temporarily deferred; queue 205"))
                .isEqualTo("421 4.7.0 … Messages from … temporarily deferred; queue …");
    }

    @Test
    void codes_stay_wherever_they_stand() {
        assertThat(words("Refused: 550-5.1.1 no such user (452), ask again"))
                .isEqualTo("Refused: 550-5.1.1 no such user (452), ask again");
    }

    @Test
    void reasons_of_any_length_are_cut() {
        assertThat(words("no ".repeat(200))).hasSize(161).endsWith("…");
        assertThat(words("")).isEmpty();
    }
}
