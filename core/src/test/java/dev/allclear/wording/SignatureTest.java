package dev.allclear.wording;

import static dev.allclear.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.SubscriberId;
import dev.allclear.wording.Signature.Purpose;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SignatureTest {

    private static final PageId PAGE = new PageId("page");
    private static final SubscriberId ANA = new SubscriberId("ana");
    private final Signature signature = new Signature(new byte[32]);

    @Test
    void a_token_names_its_subscriber() {
        var token = signature.token(PAGE, ANA, Purpose.MANAGE, Instant.MAX);

        assertThat(signature.check(PAGE, token, Purpose.MANAGE, at("12:00"))).isEqualTo(ANA);
    }

    @Test
    void a_token_serves_one_page_one_purpose_and_its_time() {
        var token = signature.token(PAGE, ANA, Purpose.CONFIRM, at("12:00"));

        refused(PAGE, token, Purpose.MANAGE, "11:00");
        refused(new PageId("other"), token, Purpose.CONFIRM, "11:00");
        refused(PAGE, token, Purpose.CONFIRM, "12:00");
    }

    @Test
    void a_changed_token_is_worth_nothing() {
        var token = signature.token(PAGE, ANA, Purpose.MANAGE, Instant.MAX);

        refused(PAGE, token.replace("ana", "eve"), Purpose.MANAGE, "12:00");
        refused(PAGE, "", Purpose.MANAGE, "12:00");
        refused(PAGE, "a.b.c.d", Purpose.MANAGE, "12:00");
        refused(PAGE, token.substring(0, token.length() - 1), Purpose.MANAGE, "12:00");
    }

    private void refused(PageId page, String token, Purpose purpose, String now) {
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> signature.check(page, token, purpose, at(now)));
    }
}
