package dev.allclear.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the running product and the browser to every test that asks for them; both end with the last test.
final class Stage implements ParameterResolver {

    /// What is set up once.
    private record Set(Path folder, Tallyport tallyport, Chromium chromium) implements AutoCloseable {

        private static Set up() {
            try {
                var folder = Files.createTempDirectory("allclear-journeys");
                return new Set(folder, Tallyport.open(folder), Chromium.open());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            tallyport.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Tallyport.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var set = context.getRoot()
                .getStore(Namespace.create(Stage.class))
                .computeIfAbsent(Set.class, _ -> Set.up(), Set.class);
        return parameter.getParameter().getType() == Tallyport.class ? set.tallyport() : set.chromium();
    }
}
