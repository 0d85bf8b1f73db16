package dev.allclear.desk.console.suppressions;

import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import dev.allclear.returns.ReturnNote;
import dev.allclear.suppression.Suppression;
import java.util.List;

/// Suppressed addresses, newest first.
///
/// @param search the whole address that was asked for and not found; empty for none
/// @param fault what is wrong with it; empty when nothing is
/// @param isNarrowed whether some are left out
/// @param refusals mails that were refused lately for what we are, newest first
public record ListView(
        Frame frame,
        String search,
        String fault,
        List<Filter> filters,
        boolean isNarrowed,
        List<ReturnNote> refusals,
        List<Row> rows,
        Portion portion) {

    static final int MOST_REFUSALS = 100;

    public record Row(Suppression one) {
        public String path() {
            return "/desk/suppressions/" + one.mark().value();
        }

        public String address() {
            return one.masked().isEmpty() ? "An erased person" : one.masked();
        }

        public String reason() {
            return Reasons.label(one.reason());
        }
    }

    public List<Column> columns() {
        return List.of(Column.of("Address"), Column.of("Reason"), new Column("Since", "opt"));
    }

    /// `12 mails`, `more than 99 mails`
    public String refused() {
        if (refusals.size() == MOST_REFUSALS) {
            return "More than " + (MOST_REFUSALS - 1) + " mails were refused";
        }
        return refusals.size() == 1 ? "1 mail was refused" : refusals.size() + " mails were refused";
    }
}
