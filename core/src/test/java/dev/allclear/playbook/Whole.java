package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/// Checks that a filled text shows no trace of the template that it came from, and none of the phrases that we forbid.
final class Whole {

    private static final Map<String, Pattern> FAULTS = Map.ofEntries(
            fault("a placeholder", "[{}]|\\[\\[|\\]\\]|\\b(?:null|undefined)\\b"),
            fault("doubled spaces", "  | \n|\n "),
            fault("doubled punctuation", "[.,;:]\\s*[.,;:]|[!?]\\."),
            fault("space before punctuation", "\\s[.,;:!?)]"),
            fault("empty brackets", "\\(\\s*\\)"),
            fault("empty paragraphs", "\n{3,}|^\\s|\\s$"),
            fault("a sentence that begins small", "(?:^|\\n|[.!?] )\\p{Ll}"),
            fault("a stock phrase", "inconvenience|Unannehmlichkeit|Umstände|disruption|bedauern|apologi[sz]e"),
            fault(
                    "a vague time",
                    "\\b(?:shortly|soon(?!er|\\sas)|momentarily|in Kürze|bald|demnächst|zeitnah|umgehend|as soon as possible"
                            + "|schnellstmöglich|today|tomorrow|heute|morgen|midnight|Mitternacht)\\b"),
            fault("a promise nobody can keep", "never again|nie wieder|guarantee|garantier|100 ?%|happen again"),
            fault(
                    "a word from the engine room",
                    "(?i)\\b(?:server|database|DNS|latency|deploy\\w*|rollback|failover|cluster|node|cache|datenbank|latenz"
                            + "|packet loss|infrastructure|infrastruktur|backend)\\b"),
            fault("shouting", "!"));

    private Whole() {}

    private static Map.Entry<String, Pattern> fault(String name, String pattern) {
        return Map.entry(name, Pattern.compile(pattern));
    }

    static void check(String where, String text) {
        assertThat(text).as(where).isNotBlank();
        FAULTS.forEach((fault, pattern) ->
                assertThat(text).as(where + " holds " + fault).doesNotContainPattern(pattern));
    }
}
