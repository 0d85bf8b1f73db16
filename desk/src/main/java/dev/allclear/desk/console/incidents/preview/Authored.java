package dev.allclear.desk.console.incidents.preview;

import dev.allclear.Refused;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.operation.Release;
import dev.allclear.transaction.Tx;

/// A form whose words somebody else may read and publish. Requests name the incident that it is about, if there is one.
public interface Authored {

    /// As drafts keep it, see [dev.allclear.desk.console.incidents.form.Sheet#kind()].
    String kind();

    /// What was typed, with the words in it that the form writes by itself.
    default Parameters worded(Ask ask, Parameters typed) {
        return typed;
    }

    /// @throws Refused.Invalid with everything that keeps it from being published
    void mustBeWhole(Ask ask, Tx tx, Parameters typed);

    /// The form once more, with what is wrong.
    Answer refused(Ask ask, Parameters typed, Refused.Invalid invalid);

    Preview preview(Ask ask, Tx tx, Parameters typed);

    /// @return where to go on
    String publish(Ask ask, Tx tx, Parameters typed, Release release);
}
