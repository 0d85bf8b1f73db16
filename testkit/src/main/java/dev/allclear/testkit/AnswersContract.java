package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.transaction.Answers.Answer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store must do with answers that may be asked for again.
public interface AnswersContract extends OnStore {

    @Test
    default void gives_the_same_answer_again() {
        var owner = Stories.unique("owner");
        var answer = answer(owner, "key-1", Stories.NOW);

        change(tx -> tx.answers().add(answer));

        assertThat(found(owner, "key-1")).contains(answer);
        assertThat(found(owner, "key-2")).isEmpty();
    }

    @Test
    default void keeps_the_keys_of_each_owner_apart() {
        var owner = Stories.unique("owner");
        var other = Stories.unique("owner");
        change(tx -> tx.answers().add(answer(owner, "key-1", Stories.NOW)));

        assertThat(found(other, "key-1")).isEmpty();
        change(tx -> tx.answers().add(answer(other, "key-1", Stories.NOW)));
    }

    @Test
    default void takes_one_answer_for_a_key() {
        var owner = Stories.unique("owner");
        change(tx -> tx.answers().add(answer(owner, "key-1", Stories.NOW)));

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> change(tx -> tx.answers().add(answer(owner, "key-1", Stories.NOW))));
    }

    @Test
    default void forgets_old_answers() {
        var owner = Stories.unique("owner");
        var limit = Instant.parse("2020-01-02T00:00:00Z");
        change(tx -> {
            tx.answers().add(answer(owner, "old", limit.minusMillis(1)));
            tx.answers().add(answer(owner, "new", limit));
        });

        change(tx -> tx.answers().removeBefore(limit));

        assertThat(found(owner, "old")).isEmpty();
        assertThat(found(owner, "new")).isPresent();
    }

    private Optional<Answer> found(String owner, String key) {
        return look(tx -> tx.answers().find(owner, key));
    }

    private static Answer answer(String owner, String key, Instant at) {
        return new Answer(owner, key, "digest", 201, "{\"id\":\"1\"}", at);
    }
}
