package dev.allclear.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.accounts.Argon2Passwords;
import dev.allclear.operation.KeyDesk;
import dev.allclear.operation.SessionDesk;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskHandlerTest {

    /// Where every request is too much for the stack.
    private record Abyss() implements Surface {

        @Override
        public List<String> prefixes() {
            return List.of("/desk");
        }

        @Override
        public List<Route> routes() {
            return List.of(Route.get("/desk", Access.PUBLIC, _ -> {
                throw new StackOverflowError("deeply nested");
            }));
        }

        @Override
        public Answer refused(Ask ask, Refusal refusal) {
            return Answer.text(refusal.status(), refusal.title());
        }
    }

    @Test
    void an_error_is_answered_too(@TempDir Path folder) throws Exception {
        var clock = new SettableClock(Stories.NOW);
        var entropy = Stories.entropy();
        var vertx = Vertx.vertx();
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("desk.db")));
                var client = HttpClient.newHttpClient()) {
            var handler = new DeskHandler(
                    new Routes(List.of(new Abyss())),
                    store,
                    new SessionDesk(store, clock, entropy, new Argon2Passwords()),
                    new KeyDesk(store, clock, entropy),
                    new SessionCookie(false),
                    Limits.usual(clock),
                    new ClientAddress(0),
                    clock,
                    entropy);
            var server = vertx.createHttpServer()
                    .requestHandler(handler)
                    .listen(0, "127.0.0.1")
                    .await();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/desk"))
                    .timeout(Duration.ofSeconds(10))
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(500);
        } finally {
            vertx.close().await();
        }
    }
}
