package dev.allclear.desk.console.audience;

import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Form;
import dev.allclear.roster.Fate;
import dev.allclear.roster.Tally;
import java.util.List;
import java.util.Optional;

/// The form that takes a file in, and what became of the last one.
///
/// @param today the last day on which anybody can have agreed
public record RosterView(Frame frame, Form form, Optional<Outcome> outcome, String today) {

    /// Above that many, asking by mail is a mailing of its own.
    private static final long MANY = 1_000;

    /// @param isDone false where it was only looked at
    /// @param refused the first of those who were
    public record Outcome(boolean isDone, Tally tally, List<Fate> refused) {

        /// One line of the summary.
        public record Count(String number, String what) {}

        public List<Count> counts() {
            return List.of(
                    count(Fate.Kind.ADDED, isDone ? "added" : "would be added; no mail to them"),
                    count(Fate.Kind.ASKED, isDone ? "asked by mail" : "would be asked by mail to confirm"),
                    count(Fate.Kind.CHANGED, isDone ? "changed" : "would be changed"),
                    count(Fate.Kind.UNCHANGED, "here already, unchanged"),
                    count(Fate.Kind.REFUSED, isDone ? "refused" : "would be refused"));
        }

        private Count count(Fate.Kind kind, String what) {
            return new Count(Words.number(tally.of(kind)), what);
        }

        public long asked() {
            return tally.of(Fate.Kind.ASKED);
        }

        public boolean asksMany() {
            return asked() > MANY;
        }

        public boolean changesAnything() {
            return tally.of(Fate.Kind.ADDED) + asked() + tally.of(Fate.Kind.CHANGED) > 0;
        }

        public long notShown() {
            return tally.of(Fate.Kind.REFUSED) - refused.size();
        }
    }

    public List<Option> proofs() {
        return List.of(
                new Option("file", "The file says it", "consent_at and consent_source on each line"),
                new Option("declared", "I declare it", "they all agreed; how is kept with each"),
                new Option("ask", "Ask those without proof", "one mail each, to confirm"));
    }

    public List<Column> columns() {
        return List.of(new Column("Line", "num"), Column.of("What would be right"), new Column("Field", "opt"));
    }
}
