package dev.allclear.roster;

/// What became of one line.
///
/// @param field which of its fields is meant; empty when none in particular
/// @param why what was wrong and what would be right, or what happened; empty when there is nothing to say. It never
/// repeats what the line says, so that a report can be handed on
public record Fate(long line, Kind kind, String field, String why) {

    /// How a line can end.
    public enum Kind {
        /// They agreed, and hear from us from now on.
        ADDED,
        /// Added, and asked by mail: they hear nothing before they say yes.
        ASKED,
        CHANGED,
        UNCHANGED,
        REFUSED;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Fate refused(long line, Column field, String why) {
        return new Fate(line, Kind.REFUSED, field.head(), why);
    }
}
