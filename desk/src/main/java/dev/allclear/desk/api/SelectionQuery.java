package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Tag;
import dev.allclear.desk.web.Ask;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// Which subscribers a query names: `search`, `standing`, `tag`, `component`, `group`, `language`.
final class SelectionQuery {

    private SelectionQuery() {}

    static Selection read(Ask ask) {
        var query = ask.query();
        return new Selection(
                query.get("search"),
                query.filled("standing").map(SelectionQuery::state),
                query.filled("tag").map(Tag::parse),
                query.filled("component").map(id -> id("component", id, ComponentId::new)),
                query.filled("group").map(id -> id("group", id, GroupId::new)),
                query.filled("language").map(SelectionQuery::language),
                Optional.empty());
    }

    private static Selection.State state(String typed) {
        return Arrays.stream(Selection.State.values())
                .filter(state -> state.key().equals(typed))
                .findFirst()
                .orElseThrow(() ->
                        new Refused.Invalid("standing", "This must be one of: pending, confirmed, paused, left."));
    }

    private static <T> T id(String field, String typed, Function<String, T> read) {
        try {
            return read.apply(typed);
        } catch (Refused.NotFound neverGivenOut) {
            throw new Refused.Invalid(field, "There is no such " + field + " on this page.");
        }
    }

    private static Language language(String typed) {
        return Languages.ALL.stream()
                .filter(one -> one.tag().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("language", "This must be a language of the page."));
    }
}
