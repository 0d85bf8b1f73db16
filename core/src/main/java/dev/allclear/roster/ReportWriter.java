package dev.allclear.roster;

import java.util.List;

/// Writes what became of the lines of a file as CSV.
public final class ReportWriter {

    private ReportWriter() {}

    public static String head() {
        return CsvText.line(List.of("line", "outcome", "field", "message"));
    }

    public static String line(Fate fate) {
        return CsvText.line(List.of(Long.toString(fate.line()), fate.kind().key(), fate.field(), fate.why()));
    }
}
