package dev.allclear.roster;

import dev.allclear.Refused;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Reads CSV (RFC 4180) record by record. Beyond the RFC it takes line ends of any system, a mark of UTF-8 in front,
/// and semicolons or tabs between the cells, whichever the first line has most of.
final class CsvCells {

    private static final int END = -1;
    private static final int LONGEST = 100_000;
    private static final String DELIMITERS = ",;\t";

    private final Reader text;
    private int ahead;
    private boolean begun;
    private int delimiter = ',';
    private long line = 1;
    private long begins = 1;

    /// @param text best buffered
    CsvCells(Reader text) {
        this.text = text;
    }

    /// @return empty at the end
    List<String> next() {
        if (!begun) {
            begin();
        }
        // Empty lines say nothing, and editors leave them at the end.
        while (ahead == '\n' || ahead == '\r') {
            lineEnd();
        }
        begins = line;
        var cells = new ArrayList<String>();
        if (ahead == END) {
            return cells;
        }
        do {
            cells.add(ahead == '"' ? quoted() : plain());
        } while (ahead == delimiter && advance());
        if (ahead != END) {
            lineEnd();
        }
        return cells;
    }

    /// The line on which the record that was read last begins.
    long begins() {
        return begins;
    }

    private void begin() {
        begun = true;
        try {
            if (!text.markSupported()) {
                throw new IllegalArgumentException("the reader must be able to go back");
            }
            text.mark(LONGEST);
            if (text.read() != 0xFEFF) {
                text.reset();
            }
            text.mark(LONGEST);
            delimiter = commonest();
            text.reset();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        advance();
    }

    private int commonest() throws IOException {
        var counts = new int[DELIMITERS.length()];
        var isQuoted = false;
        for (var read = 0; read < LONGEST - 1; read++) {
            var next = text.read();
            if (next == END || (next == '\n' && !isQuoted)) {
                break;
            }
            isQuoted ^= next == '"';
            var which = DELIMITERS.indexOf(next);
            if (which >= 0 && !isQuoted) {
                counts[which]++;
            }
        }
        var best = 0;
        for (var which = 1; which < counts.length; which++) {
            best = counts[which] > counts[best] ? which : best;
        }
        return DELIMITERS.charAt(best);
    }

    private boolean advance() {
        try {
            ahead = text.read();
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void lineEnd() {
        if (ahead == '\r') {
            advance();
            line++;
            if (ahead == '\n') {
                advance();
            }
        } else if (ahead == '\n') {
            line++;
            advance();
        }
    }

    private String plain() {
        var cell = new StringBuilder();
        while (ahead != END && ahead != delimiter && ahead != '\n' && ahead != '\r') {
            append(cell);
        }
        return cell.toString();
    }

    private String quoted() {
        var cell = new StringBuilder();
        advance();
        while (true) {
            if (ahead == END) {
                throw new Refused.Invalid(
                        "lines", "Line " + begins + ": a quotation mark is opened and never closed again.");
            }
            if (ahead == '"') {
                advance();
                if (ahead != '"') {
                    // What follows a closed quotation up to the next cell is taken along, as spreadsheets do.
                    return cell.append(plain()).toString();
                }
            }
            line += ahead == '\n' ? 1 : 0;
            append(cell);
        }
    }

    private void append(StringBuilder cell) {
        if (cell.length() >= LONGEST) {
            throw new Refused.Invalid(
                    "lines", "Line " + begins + ": this cell is endless; a quotation mark is missing somewhere.");
        }
        cell.append((char) ahead);
        advance();
    }
}
