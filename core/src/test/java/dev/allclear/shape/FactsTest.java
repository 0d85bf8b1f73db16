package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every expectation of every case of `../shared/writing/facts.jsonl`, where it is at hand; where not, the tests say
/// that they were skipped. `-Dfacts=FILE` checks another file of the same form.
final class FactsTest {

    private static final Path FACTS = Path.of(System.getProperty("facts", "../../shared/writing/facts.jsonl"));

    @TestFactory
    Stream<DynamicTest> every_expectation_holds_in_every_shape() throws IOException {
        return sheets().stream().flatMap(sheet -> {
            var shapes = Shapes.of(sheet.message());
            return Stream.of(Shape.values())
                    .map(shape -> DynamicTest.dynamicTest(
                            sheet.id() + " " + shape, () -> new Expectations(sheet, shape, shapes).hold()));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_subject_is_as_short_as_mailboxes_show_it() throws IOException {
        return sheets().stream()
                .map(sheet -> DynamicTest.dynamicTest(
                        sheet.id(),
                        () -> assertThat(Shapes.of(sheet.message()).measures(Shape.EMAIL))
                                .as(() -> Shapes.of(sheet.message())
                                        .copy(Shape.EMAIL)
                                        .toString())
                                .noneMatch(Measure::tooLongToRead)));
    }

    /// The reference texts were measured by a script of their own.
    @TestFactory
    Stream<DynamicTest> we_count_as_the_references_were_counted() throws IOException {
        return sheets().stream()
                .filter(sheet -> sheet.json().path("reference").has("units"))
                .map(sheet -> DynamicTest.dynamicTest(sheet.id(), () -> countsLike(sheet)));
    }

    private static void countsLike(FactSheet sheet) {
        var reference = sheet.json().get("reference");
        var units = reference.get("units");
        var sms = Measure.sms(reference.get("sms").asString(), 2);
        var post = reference.get("post_140").asString();

        assertThat(sms.used()).isEqualTo(units.get("sms").asInt());
        assertThat(sms.segments()).isEqualTo(units.get("sms_segments").asInt());
        assertThat(sms.unit() == Measure.Unit.SEPTETS)
                .isEqualTo(units.get("sms_encoding").asString().equals("GSM-7"));
        assertThat(Measure.codePoints(post, 140, 140).used())
                .isEqualTo(units.get("post_140").asInt());
        assertThat(Measure.x(post).used())
                .isEqualTo(units.get("post_140_x_weight").asInt());
    }

    private static List<FactSheet> sheets() throws IOException {
        assumeTrue(Files.exists(FACTS), "skipped: ../shared/writing/facts.jsonl is not on this machine");
        return FactSheet.read(FACTS);
    }
}
