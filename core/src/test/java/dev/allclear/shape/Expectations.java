package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;

/// Holds one shape of a case against all that its fact sheet expects.
record Expectations(FactSheet sheet, Shape shape, Shapes shapes) {

    void hold() {
        var copy = shapes.copy(shape).orElseThrow(() -> new AssertionError(sheet + ": no " + shape));
        tellsWhatItMust(copy);
        tellsNothingElse(copy);
        keepsItsLimits();
        if (shape == Shape.SMS) {
            isOneMessage();
        }
        if (shape == Shape.VOICE) {
            canBeSpoken(copy.body());
        }
    }

    private void tellsWhatItMust(Copy copy) {
        // For the ear, times are words and there are no links: what is written can't be looked for.
        if (shape != Shape.VOICE) {
            sheet.expected("every").forEach(token -> assertTells(copy, token));
        }
        if (shape.hasHeadline()) {
            sheet.expected("long").forEach(token -> assertTells(copy, token));
        }
        if (sheet.message().occasion().open() && shape != Shape.VOICE) {
            assertTells(copy, sheet.local("next_update_at"));
        }
        assertThat(shapes.lacks(shape))
                .as("%s as %s: %s", sheet, shape, copy.body())
                .doesNotContain(new Lack.Missing(Fact.IMPACT), new Lack.Missing(Fact.NEXT_UPDATE));
    }

    private void assertTells(Copy copy, String alternatives) {
        var text = copy.all().toLowerCase(Locale.ROOT);
        assertThat(Arrays.stream(alternatives.toLowerCase(Locale.ROOT).split("\\|")))
                .as("%s as %s should say %s: %s", sheet, shape, alternatives, copy.all())
                .anyMatch(text::contains);
    }

    private void tellsNothingElse(Copy copy) {
        assertThat(sheet.expected("never"))
                .allSatisfy(token ->
                        assertThat(copy.all()).as("%s as %s", sheet, shape).doesNotContain(token));
        assertThat(sheet.internal())
                .allSatisfy(value -> assertThat(copy.all())
                        .as("%s as %s tells what is internal", sheet, shape)
                        .doesNotContain(value));
        assertThat(copy.all())
                .as("%s as %s reads badly", sheet, shape)
                .doesNotContainPattern("\\{|}|  |[,;:]{2}|(?<![.])[.]{2}(?![.])|\\s[.,;:]|\\(\\)")
                .doesNotContain("\r");
        if (!sheet.language().tag().equals("de")) {
            // In German it is a number.
            assertThat(copy.all()).doesNotContainPattern("\\bnull\\b");
        }
        assertThat(copy.headline()).doesNotContain("\n");
    }

    private void keepsItsLimits() {
        assertThat(shapes.measures(shape))
                .as("%s as %s: %s", sheet, shape, shapes.copy(shape))
                .noneMatch(Measure::over);
    }

    private void isOneMessage() {
        var measure = shapes.measures(Shape.SMS).getFirst();
        var encoding = measure.unit() == Measure.Unit.SEPTETS ? "GSM-7" : "UCS-2";
        assertThat(encoding).as("%s: %s", sheet, shapes.copy(shape)).isEqualTo(sheet.encoding());
        assertThat(measure.segments())
                .as("%s: %s", sheet, shapes.copy(shape))
                .isLessThanOrEqualTo(sheet.mostSegments());
    }

    private void canBeSpoken(String text) {
        assertThat(Addresses.in(text)).as("a link in %s", text).isFalse();
        if (Numerals.of(sheet.language()).isPresent()) {
            assertThat(text).as("%s for the ear", sheet).doesNotContainPattern("[0-9/&%#@()]");
        }
    }
}
