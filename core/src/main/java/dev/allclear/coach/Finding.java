package dev.allclear.coach;

import dev.allclear.coach.text.Span;
import java.util.Optional;

/// One thing that the readers of a message would miss, with its reason and its repair.
///
/// @param rule the rule's id, such as `no-next-update`
/// @param span where it is, in UTF-16 units of the field; empty where something is missing
/// @param why one sentence
/// @param repair one concrete sentence
public record Finding(
        String rule, Weight weight, Field field, Span span, String why, String repair, Optional<Fix> fix) {

    public Finding with(Fix button) {
        return new Finding(rule, weight, field, span, why, repair, Optional.of(button));
    }

    public Finding with(Optional<Fix> button) {
        return button.map(this::with).orElse(this);
    }
}
