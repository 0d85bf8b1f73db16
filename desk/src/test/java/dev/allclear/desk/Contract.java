package dev.allclear.desk;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/// Holds answers against `openapi.yaml`.
final class Contract {

    private static final String DOCUMENT = document();
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(DOCUMENT)
                    .withBasePathOverride("/api/v1")
                    .build();

    /// What no operation can describe: addresses and methods that aren't there, requests that were given up.
    private static final Set<Integer> OUTSIDE = Set.of(405, 408);

    private Contract() {}

    private static String document() {
        try (var file = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text() {
        return DOCUMENT;
    }

    static void check(String method, String path, Reply reply) {
        if (OUTSIDE.contains(reply.status())) {
            return;
        }
        var answer = SimpleResponse.Builder.status(reply.status());
        reply.raw().headers().map().forEach((name, values) -> answer.withHeader(name, values));
        if (!reply.body().isEmpty()) {
            answer.withBody(reply.body());
        }
        var plain = path.replaceFirst("\\?.*", "").replaceFirst("^/p/[^/]+", "");
        var report = VALIDATOR.validateResponse(plain, Method.valueOf(method), answer.build());
        if (report.hasErrors()) {
            Assertions.fail(method + " " + path + " answered " + reply.status()
                    + ", which the description does not know:\n"
                    + report.getMessages().stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n"
                    + reply.body());
        }
    }
}
