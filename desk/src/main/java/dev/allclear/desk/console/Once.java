package dev.allclear.desk.console;

import dev.allclear.Refused;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.DraftId;
import dev.allclear.transaction.Answers;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Carries out each form once, however often a browser sends it: by a double click, a reload, or the way back.
///
/// Each form has an id of its own. What came of it is kept under that id in the transaction of the change itself, and
/// answers every repeat.
public record Once(Store store) {

    /// The fields that hold a form's own id, and the id of the draft that it came from.
    public static final String FORM_ID = "formId";
    public static final String DRAFT = "draft";

    /// When that draft was saved, in milliseconds: what somebody else wrote into it since is not gone on with.
    public static final String DRAFT_SAVED = "draftSaved";

    private static final Duration KEPT = Duration.ofDays(1);

    /// @param work returns the path to go on to
    /// @return that path, of the first time
    public String carriedOut(Ask ask, Function<Tx, String> work) {
        var form = ask.form().get(FORM_ID);
        if (form.isEmpty() || form.length() > 64) {
            throw new Refused.Invalid("", "This form is incomplete. Reload the page and try again.");
        }
        var owner =
                ask.page().id().value() + "/desk/" + ask.person().account().id().value();
        return store.inTransaction(tx -> {
            tx.answers().removeBefore(ask.now().minus(KEPT));
            var known = tx.answers().find(owner, form);
            if (known.isPresent()) {
                return known.get().body();
            }
            var path = work.apply(tx);
            tx.answers().add(new Answers.Answer(owner, form, "", 303, path, ask.now()));
            ask.form()
                    .filled(DRAFT)
                    .flatMap(draft -> tx.drafts().find(ask.page().id(), new DraftId(draft)))
                    .filter(draft -> draftSaved(ask.form())
                            .filter(seen -> !seen.equals(draft.savedAt()))
                            .isEmpty())
                    .ifPresent(draft -> tx.drafts().remove(ask.page().id(), draft.id()));
            return path;
        });
    }

    /// When the draft was saved that the form was opened from; empty for none.
    public static Optional<Instant> draftSaved(Parameters form) {
        try {
            return form.filled(DRAFT_SAVED).map(Long::parseLong).map(Instant::ofEpochMilli);
        } catch (NumberFormatException foreign) {
            throw new Refused.Invalid("", "This form is incomplete. Reload the page and try again.");
        }
    }
}
