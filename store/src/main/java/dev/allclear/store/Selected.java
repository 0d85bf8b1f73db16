package dev.allclear.store;

import static dev.allclear.store.SubscriberTable.ADDRESS_KEY;
import static dev.allclear.store.SubscriberTable.COMPONENTS;
import static dev.allclear.store.SubscriberTable.DOMAIN;
import static dev.allclear.store.SubscriberTable.GROUPS;
import static dev.allclear.store.SubscriberTable.LANGUAGE;
import static dev.allclear.store.SubscriberTable.PAUSED_UNTIL;
import static dev.allclear.store.SubscriberTable.STANDING;
import static dev.allclear.store.SubscriberTable.TAGS;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;

import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Selection;
import dev.allclear.store.SubscriberTable.StandingName;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// A selection of subscribers as conditions on their rows.
final class Selected {

    /// Those who chose parts or regions, word for word as in their index.
    static final Condition CHOOSY = condition("components || groups || regions <> ''");

    /// Those who bear tags, word for word as in their index.
    private static final Condition TAGGED = condition("tags <> ''");

    private Selected() {}

    static Condition by(Selection which) {
        return noCondition()
                .and(text(which.text()))
                .and(which.state().map(Selected::state).orElse(noCondition()))
                .and(which.tag()
                        .map(tag -> TAGGED.and(holds(TAGS, "|" + tag.word() + "|")))
                        .orElse(noCondition()))
                .and(which.component()
                        .map(id -> CHOOSY.and(among(COMPONENTS, id.value())))
                        .orElse(noCondition()))
                .and(which.group()
                        .map(id -> CHOOSY.and(among(GROUPS, id.value())))
                        .orElse(noCondition()))
                .and(which.language().map(LANGUAGE::eq).orElse(noCondition()))
                .and(which.choices()
                        .map(choices -> choices.isEmpty()
                                ? falseCondition()
                                : CHOOSY.and(or(
                                        choices.stream().map(Selected::choice).toList())))
                        .orElse(noCondition()));
    }

    /// Whether nothing but addresses has to be looked at, all of them.
    static boolean isPartOfAddressAlone(Selection which) {
        var text = which.text();
        return which.equals(Selection.of(text))
                && !text.isEmpty()
                && !text.startsWith("@")
                && whole(text).isEmpty();
    }

    private static Condition text(String text) {
        if (text.startsWith("@")) {
            var from = text.substring(1);
            return DOMAIN.ge(from).and(DOMAIN.lt(from + "\uffff"));
        }
        return whole(text).map(ADDRESS_KEY::eq).orElseGet(() -> holding(text));
    }

    /// Keys are in small letters already, and a plain look into each takes a third of the time of a pattern's.
    private static Condition holding(String text) {
        return text.isEmpty()
                ? noCondition()
                : DSL.position(ADDRESS_KEY, text.toLowerCase(Locale.ROOT)).gt(0);
    }

    /// A whole address, which needs no looking through all of them.
    private static Optional<String> whole(String text) {
        return EmailAddress.isWhole(text) ? Optional.of(text) : Optional.empty();
    }

    private static Condition state(Selection.State state) {
        return switch (state) {
            case PENDING -> STANDING.eq(StandingName.PENDING);
            case LEFT -> STANDING.eq(StandingName.LEFT);
            case CONFIRMED -> STANDING.eq(StandingName.CONFIRMED).and(PAUSED_UNTIL.isNull());
            case PAUSED -> STANDING.eq(StandingName.CONFIRMED).and(PAUSED_UNTIL.isNotNull());
        };
    }

    private static Condition holds(Field<String> column, String part) {
        return DSL.position(column, part).gt(0);
    }

    private static Condition among(Field<String> ids, String id) {
        return holds(concat(inline(" "), ids, inline(" ")), " " + id + " ");
    }

    private static Condition choice(Choice choice) {
        var row = SubscriberTable.parts(choice).values();
        return DSL.and(row.entrySet().stream().map(Selected::equal).toList());
    }

    private static Condition equal(java.util.Map.Entry<Field<?>, ?> column) {
        @SuppressWarnings("unchecked")
        var field = (Field<Object>) column.getKey();
        return field.eq(column.getValue());
    }
}
