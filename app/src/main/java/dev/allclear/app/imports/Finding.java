package dev.allclear.app.imports;

/// Something in the source that could not be taken over as it stands, and what was done about it.
///
/// @param file relative to the folder that is imported
/// @param line from 1; 0 for the file as a whole
public record Finding(Kind kind, String file, int line, String text) {

    public Finding {
        // It goes to a terminal, and quotes files that anybody may have written.
        text = text.replaceAll("\\p{Cntrl}", " ");
        file = file.replaceAll("\\p{Cntrl}", " ");
    }

    /// What sort of thing it is, so that a long list can be summed up.
    public enum Kind {
        SKIPPED("left out"),
        CHANGED("changed since the last import"),
        UNREADABLE("not readable as it stands"),
        UNKNOWN_FIELD("fields that mean nothing here"),
        TIME_WITHOUT_ZONE("times without a zone"),
        TIME_GUESSED("times that could not be read"),
        END_UNKNOWN("ends that are missing or impossible"),
        SEVERITY_UNKNOWN("severities that are missing or unknown"),
        STILL_OPEN("still open"),
        SYSTEM_UNKNOWN("systems that the configuration doesn't name"),
        NO_SYSTEM("no system named"),
        EMPTY_TEXT("nothing said"),
        COMMENT("comments that the old page didn't show"),
        HTML("HTML put into Markdown"),
        SHORTCODE("shortcodes"),
        KEPT_WHOLE("texts kept in one piece"),
        TOO_LONG("too long");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// As compilers write it, so that editors jump there: `content/issues/a.md:4: …`.
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + text;
    }
}
