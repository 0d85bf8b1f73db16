package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final String BODY = "{\"title\": \"Slow\", \"severity\": \"minor\", \"text\": \"We look into it.\"}";

    private DeskServer server;
    private String key;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.PUBLISHER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply declare(String body, String idempotencyKey) {
        return server.api(key, "POST", "/incidents", body, "Idempotency-Key", idempotencyKey);
    }

    private int incidents() {
        return server.store.reading(tx -> tx.incidents().all(server.page.id()).size());
    }

    @Test
    void the_same_request_is_carried_out_once_and_answered_alike() {
        var first = declare(BODY, "one");
        server.clock.advance(Duration.ofMinutes(3));
        var second = declare(BODY, "one");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void another_request_with_the_same_key_is_refused() {
        declare(BODY, "one");

        var other = declare(BODY.replace("Slow", "Slower"), "one");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.wrongFields()).containsExactly("idempotency-key");
        assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void what_was_refused_may_be_tried_again_with_the_same_key() {
        assertThat(declare("{\"title\": \"\"}", "one").status()).isEqualTo(422);

        assertThat(declare(BODY, "one").status()).isEqualTo(201);
    }

    @Test
    void keys_of_different_programs_never_meet() {
        declare(BODY, "one");
        var another = server.key(server.page, Role.PUBLISHER);

        var reply = server.api(another, "POST", "/incidents", BODY, "Idempotency-Key", "one");

        assertThat(reply.header("Idempotency-Replayed")).isEmpty();
        assertThat(incidents()).isEqualTo(2);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        declare(BODY, "one");
        server.clock.advance(Duration.ofHours(25));

        assertThat(declare(BODY, "one").header("Idempotency-Replayed")).isEmpty();
        assertThat(incidents()).isEqualTo(2);
    }

    @Test
    void a_key_that_is_none_is_refused() {
        assertThat(declare(BODY, "a key with blanks").status()).isEqualTo(400);
        assertThat(declare(BODY, "x".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void a_secret_is_never_repeated() {
        var owner = server.key(server.page, Role.OWNER);

        var reply = server.api(
                owner, "POST", "/keys", "{\"name\": \"a\", \"scope\": \"viewer\"}", "Idempotency-Key", "one");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void many_at_the_same_instant_are_one() {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 12; i++) {
                crowd.execute(() -> statuses.add(declare(BODY, "one").status()));
            }
        }

        assertThat(statuses).hasSize(12).containsOnly(201);
        assertThat(incidents()).isEqualTo(1);
    }
}
