package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.desk.web.Ask;
import dev.allclear.transaction.Answers;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.util.function.Supplier;

/// Carries out each form once, however often a browser sends it: what mails people must not happen twice by a double
/// click, a reload, or the way back. The form's own id is kept with what came of it, in the transaction of the change.
record Once(Store store) {

    static final String FIELD = "form";
    private static final Duration KEPT = Duration.ofDays(1);

    /// @param work returns the path to go on to
    /// @return that path, of the first time
    String carriedOut(Ask ask, Supplier<String> work) {
        var form = ask.form().get(FIELD);
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
            var path = work.get();
            tx.answers().add(new Answers.Answer(owner, form, "", 303, path, ask.now()));
            return path;
        });
    }
}
