package dev.allclear.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.sender.Dns.Kind;
import dev.allclear.sender.Dns.Reply;
import dev.allclear.sender.Finding.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfCheckTest {

    private final Map<String, Reply> zone = new HashMap<>();
    private final SelfCheck check = new SelfCheck(
            (name, kind) -> zone.getOrDefault(kind + " " + name, new Reply.None()),
            "example.com",
            "bounce.example.com",
            Optional.of("mail.example.com"));

    private void publish(Kind kind, String name, String... values) {
        zone.put(kind + " " + name, new Reply.Found(List.of(values)));
    }

    private Finding finding(String topic) {
        return check.run().stream()
                .filter(one -> one.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void where_nothing_is_published_every_line_says_what_to_publish() {
        assertThat(finding("SPF").publish())
                .isEqualTo("bounce.example.com. 3600 IN TXT \"v=spf1 a:mail.example.com ~all\"");
        assertThat(finding("DMARC").publish()).isEqualTo("_dmarc.example.com. 3600 IN TXT \"v=DMARC1; p=none\"");
        assertThat(finding("MX").publish()).isEqualTo("bounce.example.com. 3600 IN MX 10 mail.example.com.");
        assertThat(check.run()).extracting(Finding::verdict).doesNotContain(Verdict.FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 mx -all, FOUND",
        "v=spf1 include:big.example ~all, FOUND",
        "v=spf1 redirect=big.example, FOUND",
        "v=spf1 mx, WRONG",
        "v=spf1 mx ?all, WRONG",
        "v=spf1 +all, WRONG",
        "v=spf1 a mx a:1.example a:2.example a:3.example a:4.example include:big.example -all, WRONG",
        "v=spf1 include:round.example ~all, FOUND",
        "v=spf10 -all, MISSING"
    })
    void spf_must_end_and_be_cheap_to_read(String record, Verdict expected) {
        publish(Kind.TXT, "bounce.example.com", "some-verification=1", record);
        publish(Kind.TXT, "big.example", "v=spf1 a mx exists:%{i}.x.example ptr -all");
        publish(Kind.TXT, "round.example", "v=spf1 include:round.example -all");

        assertThat(finding("SPF").verdict()).isEqualTo(expected);
    }

    @Test
    void two_spf_records_count_as_none() {
        publish(Kind.TXT, "bounce.example.com", "v=spf1 mx -all", "v=spf1 a -all");

        assertThat(finding("SPF").verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void dmarc_needs_a_policy_and_says_what_is_aligned() {
        publish(Kind.TXT, "_dmarc.example.com", "v=DMARC1; p=reject; rua=mailto:d@example.com");
        assertThat(finding("DMARC").verdict()).isEqualTo(Verdict.FOUND);
        assertThat(finding("DMARC").words()).contains("both speak");

        publish(Kind.TXT, "_dmarc.example.com", "v=DMARC1; p=reject; aspf=s");
        assertThat(finding("DMARC").words()).contains("signature alone");

        publish(Kind.TXT, "_dmarc.example.com", "v=DMARC1; sp=none");
        assertThat(finding("DMARC").verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void the_name_of_the_server_must_lead_back_to_its_address() {
        publish(Kind.A, "mail.example.com", "192.0.2.7");
        assertThat(finding("PTR").verdict()).isEqualTo(Verdict.MISSING);

        publish(Kind.PTR, "192.0.2.7", "elsewhere.example");
        assertThat(finding("PTR").verdict()).isEqualTo(Verdict.WRONG);

        publish(Kind.PTR, "192.0.2.7", "mail.example.com");
        assertThat(finding("PTR").verdict()).isEqualTo(Verdict.FOUND);
    }

    @Test
    void silence_is_said_and_blames_nobody() {
        zone.put("MX bounce.example.com", new Reply.Unanswered("timed out"));
        zone.put("TXT bounce.example.com", new Reply.Unanswered("timed out"));

        assertThat(finding("MX").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding("SPF").words()).contains("timed out");
        assertThat(finding("SPF").publish()).isEmpty();
    }

    @Test
    void a_server_that_takes_no_mail_loses_bounces() {
        publish(Kind.MX, "bounce.example.com", "0 ");

        assertThat(finding("MX").verdict()).isEqualTo(Verdict.WRONG);
    }
}
