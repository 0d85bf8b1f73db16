package dev.allclear.roster;

import java.util.List;
import java.util.stream.Collectors;

/// Writes CSV (RFC 4180) that no spreadsheet takes for formulas: a cell that begins like one gets an apostrophe in
/// front (OWASP, "CSV Injection"), and so does one that begins with an apostrophe of its own before such a beginning,
/// so that reading takes exactly one away again.
public final class CsvText {

    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠'";

    private CsvText() {}

    /// One record with its line end.
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        var guarded = isDangerous(value) ? "'" + value : value;
        return guarded.chars().anyMatch(one -> ",;\"\t\r\n".indexOf(one) >= 0)
                        || !guarded.equals(value)
                        || !guarded.strip().equals(guarded)
                ? "\"" + guarded.replace("\"", "\"\"") + "\""
                : guarded;
    }

    private static boolean isDangerous(String value) {
        return !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0;
    }

    /// A cell without the apostrophe that kept it from being a formula.
    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && DANGEROUS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
