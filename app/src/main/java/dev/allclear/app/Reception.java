package dev.allclear.app;

import dev.allclear.desk.Desk;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.function.Consumer;

/// Sends what no public file answers to the desk, where it is the desk's; everything else is not there.
final class Reception implements Handler<HttpServerRequest> {

    private final Desk desk;
    private Consumer<HttpServerRequest> missing =
            request -> request.response().setStatusCode(404).end();

    Reception(Desk desk) {
        this.desk = desk;
    }

    /// Who answers what is nobody's.
    void otherwise(Consumer<HttpServerRequest> answer) {
        this.missing = answer;
    }

    @Override
    public void handle(HttpServerRequest request) {
        var path = Objects.requireNonNullElse(request.path(), "");
        if (desk.owns(path)) {
            desk.handler().handle(request);
        } else if (path.equals("/")) {
            // The page answers here as soon as there is one; until then there is only setting up.
            var _ = request.response()
                    .setStatusCode(302)
                    .putHeader("Location", "/desk")
                    .end();
        } else {
            missing.accept(request);
        }
    }
}
