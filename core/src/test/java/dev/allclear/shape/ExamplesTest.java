package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Our own cases in all shapes, to be read as examples. To accept a change, run with `-Dgolden.write=true` and read the
/// difference.
final class ExamplesTest {

    private static final Path CASES = Path.of("src/test/resources/dev/allclear/shape/cases.jsonl");
    private static final Path GOLDEN = Path.of("src/test/resources/dev/allclear/shape/examples");

    @TestFactory
    Stream<DynamicTest> every_expectation_holds_in_every_shape() throws IOException {
        return FactSheet.read(CASES).stream().flatMap(sheet -> {
            var shapes = Shapes.of(sheet.message());
            return Stream.of(Shape.values())
                    .map(shape -> DynamicTest.dynamicTest(
                            sheet.id() + " " + shape, () -> new Expectations(sheet, shape, shapes).hold()));
        });
    }

    @TestFactory
    Stream<DynamicTest> every_shape_reads_as_it_was_approved() throws IOException {
        return FactSheet.read(CASES).stream()
                .map(sheet -> DynamicTest.dynamicTest(sheet.id(), () -> readsAsApproved(sheet)));
    }

    private static void readsAsApproved(FactSheet sheet) throws IOException {
        var file = GOLDEN.resolve(sheet.id() + ".txt");
        var text = written(sheet);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }

        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static String written(FactSheet sheet) {
        var shapes = Shapes.of(sheet.message());
        return Stream.of(Shape.values())
                .map(shape -> "== %s%s%n%s%n"
                        .formatted(
                                shape.key(),
                                counted(shapes, shape),
                                shapes.copy(shape).map(Copy::all).orElse("(too long)")))
                .collect(Collectors.joining("\n", sheet.json().get("edge").asString() + "\n\n", ""));
    }

    private static String counted(Shapes shapes, Shape shape) {
        return shapes.measures(shape).stream()
                .map(measure -> " " + measure.used() + "/" + measure.limit())
                .collect(Collectors.joining());
    }
}
