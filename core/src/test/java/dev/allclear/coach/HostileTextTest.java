package dev.allclear.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.allclear.coach.Manuscript.Audience;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Manuscript.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No text throws, and none takes long.
class HostileTextTest {

    private static final Coach COACH = Coach.create();
    private static final int LONG = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                ":",
                ".",
                "-",
                "a-",
                "a.",
                "a@",
                "1:",
                "12:30 ",
                "12:30 UTC ",
                "(",
                "[",
                "{{",
                "<a ",
                "!",
                "! ",
                "we ",
                "we fix ",
                "update by ",
                "issue with ",
                "http://",
                "a.b.",
                "+1 ",
                "1 ",
                "\n",
                "\n\n",
                "ä",
                "漢",
                "😅",
                "\u202e",
                "%a",
                "AB12 ",
                "eyJ",
                "&token="
            })
    void a_long_repetition_is_read_in_bounded_time(String unit) {
        var text = unit.repeat(LONG / unit.length());

        for (var phase : new Phase[] {Phase.INVESTIGATING, Phase.RESOLVED, Phase.POSTMORTEM}) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> review(text, text, phase, Channel.STATUS));
        }
    }

    @Test
    void any_text_in_any_phase_and_channel_gets_spans_within_it() {
        var random = new Random(20260312);
        for (var i = 0; i < 600; i++) {
            var title = scrambled(random, random.nextInt(40));
            var body = scrambled(random, random.nextInt(300));
            var phases = Phase.values();
            var channels = Channel.values();
            var review = review(title, body, phases[i % phases.length], channels[i % channels.length]);
            for (var finding : review.findings()) {
                var length = finding.field() == Field.TITLE ? title.length() : body.length();
                assertThat(finding.span().start()).isBetween(0, length);
                assertThat(finding.span().end()).isBetween(finding.span().start(), length);
            }
        }
    }

    @Test
    void nothing_at_all_is_no_fault_of_the_coach() {
        for (var phase : Phase.values()) {
            assertThat(review("", "", phase, Channel.STATUS).checked().rules()).isNotEmpty();
            assertThat(review(" \n\t", "\u200b", phase, Channel.SMS).checked().rules())
                    .isNotEmpty();
        }
    }

    @Test
    void right_to_left_text_is_read_like_any_other() {
        var review = review(
                "تعطل تسجيل الدخول",
                "نحن نحقق في المشكلة الآن ونعتذر عن ذلك كثيرا.",
                Phase.INVESTIGATING,
                Channel.STATUS);

        assertThat(review.checked().language()).isEqualTo("ar");
        assertThat(review.checked().byLanguage()).isFalse();
    }

    private static Review review(String title, String body, Phase phase, Channel channel) {
        return COACH.review(
                new Manuscript(channel, phase, Audience.GENERAL, title, body, Optional.empty(), Context.UNKNOWN));
    }

    private static final String[] PIECES = {
        "we ",
        "are ",
        "sorry ",
        "for ",
        "any ",
        "inconvenience",
        ". ",
        "\n",
        "14:05",
        " UTC",
        " pm",
        "10.0.0.1",
        "{{x}}",
        "😀",
        "漢字",
        "ü",
        "\ud83d",
        "\u0000",
        "<b>",
        "@here",
        " - ",
        "http://a.b/c",
        "a@b.cc",
        "#",
        "|",
        "DNS ",
        "database ",
        "fails ",
        "since ",
        "restored ",
        "by ",
        "%",
        "’s ",
        "(",
        ")"
    };

    private static String scrambled(Random random, int pieces) {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
