package dev.allclear.app.imports.cstate;

import dev.allclear.Text;
import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import dev.allclear.operation.PastIncident.PastWord;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives texts the form in which they are kept: no shortcodes, no control characters, and none too long.
final class Pieces {

    private static final int LONGEST = 20_000;
    private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%](.*?)[%>]\\}\\}", Pattern.DOTALL);
    private static final Pattern TRACK = Pattern.compile("\\s*track\\s+\"([^\"]*)\"\\s*");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.UK);

    private final ZoneId zone;
    private final Findings.OfFile findings;
    private final int line;

    /// @param line where the text begins in the file
    Pieces(ZoneId zone, Findings.OfFile findings, int line) {
        this.zone = zone;
        this.findings = findings;
        this.line = line;
    }

    /// Puts a title that is too long for a title in front of the first word.
    List<PastWord> under(String title, List<PastWord> words) {
        findings.add(Kind.TOO_LONG, 1, "the title is cut short; it stands whole in the first update");
        var all = new ArrayList<>(words);
        var first = all.getFirst();
        all.set(0, new PastWord("**" + title + "**\n\n" + first.text(), first.at(), first.kind()));
        return all;
    }

    /// Several only for a text that doesn't fit into one update.
    List<PastWord> of(PastWord word) {
        var text = withoutControls(withoutShortcodes(word.text()));
        var pieces = new ArrayList<PastWord>();
        while (text.length() > LONGEST) {
            var cut = text.lastIndexOf('\n', LONGEST);
            cut = cut > 0 ? cut : text.offsetByCodePoints(0, LONGEST / 2);
            pieces.add(piece(text.substring(0, cut), word));
            text = text.substring(cut).strip();
        }
        if (!pieces.isEmpty()) {
            findings.add(Kind.TOO_LONG, line, "the text doesn't fit into one update; it became several");
        }
        pieces.add(piece(text, word));
        return pieces;
    }

    /// As the store will hold it, so that the next import finds it unchanged.
    private static PastWord piece(String text, PastWord word) {
        return new PastWord(Text.prose("text", text, LONGEST), word.at(), word.kind());
    }

    private String withoutShortcodes(String text) {
        return SHORTCODE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(readable(found.group(), found.group(1))));
    }

    private String readable(String whole, String inside) {
        var track = TRACK.matcher(inside);
        if (track.matches()) {
            return OldTime.read(track.group(1), zone)
                    .map(time -> "(" + WRITTEN.format(time.at().atZone(zone)) + ")")
                    .orElse(track.group(1));
        }
        findings.add(Kind.SHORTCODE, line, "`" + whole + "` stays as it is");
        return whole;
    }

    private static String withoutControls(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")
                .strip();
    }
}
