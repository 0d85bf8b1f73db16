package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.allclear.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LeftoversTest {

    @ParameterizedTest
    @EnumSource(Variable.class)
    void no_variable_can_be_sent(Variable variable) {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> Leftovers.refuse("text", "We know {" + variable.key() + "} now."))
                .withMessageContaining("{" + variable.key() + "} is left over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ impact }", "{IMPACT}", "[[if cause unknown: Not yet.]]", "[[ if no estimate: Later.]]"})
    void nor_can_what_was_typed_nearly_so(String text) {
        assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> Leftovers.refuse("text", text));
    }

    @Test
    void what_means_something_else_is_left_alone() {
        for (var text : new String[] {"GET /orders/{id} fails.", "{}", "[[1]]", "{{name}}", "a {b c} d"}) {
            assertThatNoException().isThrownBy(() -> Leftovers.refuse("text", text));
        }
    }
}
