package dev.allclear.coach.rule;

import dev.allclear.coach.text.PhraseList;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Sentence;
import dev.allclear.coach.text.Span;
import dev.allclear.coach.text.Token;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells names that anybody may know from those that nobody outside should.
final class PublicNames {

    /// Regions of clouds, versions, dates, models and published security notices look like machines and are none.
    private static final Pattern PUBLIC = Pattern.compile(
            "(?:us|eu|ap|sa|ca|af|me|il|cn|mx|uk|australia|europe|asia|northamerica|southamerica)(?:-[a-z]+)*-?[a-z]*\\d{0,2}[a-z]?"
                    + "|(?:cve|ghsa|kb|rfc|iso|covid|utf|sha|aes|tls|ssl|http|windows|office|ubuntu|debian|macos|ios|android|chrome|firefox|sonnet|opus|haiku|claude|gpt|llama|gemini|instant)(?:-[a-z0-9]+)*-?v?\\d*"
                    + "|(?:ipv|php|java|python|node|level|tier|phase|step|part|version|release|beta|rc|build|type|mp|h|x|wi-fi|class|zone|gen|layer|top|web|sev|priority|p|day|week|q|f|one|two|three|xp|season|stage|world|realm)-?v?\\d*"
                    + "|.*-(?:v|beta|alpha|rc|preview|instant|instruct|turbo|version)-?\\d*|(?:in|of|on|up|at|to)-.*|.*-(?:of|to|in|the|and|or|by|a|one)-.*|24-7|v?\\d.*");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    private static final String RELEASE_WORD = "(?i)\\b(?:version|release|build|firmware|fassung)s? v?";

    private static final Pattern RELEASE = Pattern.compile(
            RELEASE_WORD
                    + "\\S{0,12}$|\\b(?:install|upgrade to|update to|downgrade to|installieren sie|aktualisieren sie auf) (?:\\S{1,12} )?$");

    private static final Set<String> NO_NAMES = Set.of(
            "we",
            "our",
            "the",
            "this",
            "it",
            "they",
            "everything",
            "galaxy",
            "service",
            "services",
            "all",
            "users",
            "support",
            "engineering",
            "monitoring",
            "system",
            "systems",
            "customers",
            "team",
            "engineers",
            "alerts",
            "server",
            "work",
            "maintenance",
            "traffic",
            "i",
            "you",
            "he",
            "she",
            "then",
            "that",
            "there",
            "someone",
            "everyone",
            "nobody",
            "datacenter",
            "facilities",
            "operations",
            "incident",
            "jobs",
            "processes",
            "production",
            "staff",
            "vendor",
            "google",
            "aws",
            "linode",
            "microsoft",
            "amazon",
            "cloudflare",
            "github",
            "azure",
            "power",
            "network",
            "investigation",
            "technicians",
            "experts",
            "specialists",
            "colleagues",
            "people",
            "members",
            "developers",
            "somebody",
            "administrators",
            "who",
            "technician",
            "engineer",
            "help",
            "feedback",
            "reports",
            "updates",
            "emails");

    private PublicNames() {}

    static boolean looksPublic(String text, Span span) {
        var found = text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
        var before = text.substring(Math.max(0, span.start() - 10), span.start());
        var label = before.endsWith("[") || before.endsWith("](") || before.endsWith("/");
        var release = ADDRESS.matcher(found).matches() && isRelease(text, span);
        return label
                || release
                || (!ADDRESS.matcher(found).matches() && PUBLIC.matcher(found).matches());
    }

    /// Four numbers with dots are a release behind a word that says so, and where the text names its neighbour as one.
    private static boolean isRelease(String text, Span span) {
        var before = text.substring(Math.max(0, span.start() - 24), span.start());
        var found = text.substring(span.start(), span.end());
        var line = found.substring(0, found.indexOf('.', found.indexOf('.') + 1));
        return RELEASE.matcher(before).find()
                || Pattern.compile(RELEASE_WORD + Pattern.quote(line) + "\\.")
                        .matcher(text)
                        .find();
    }

    /// Two words with capitals, such as a first and a last name.
    static Optional<Span> fullName(Prose prose, int at, int limit) {
        if (at + 1 >= limit) {
            return Optional.empty();
        }
        var first = prose.tokens().get(at);
        var last = prose.tokens().get(at + 1);
        return isName(first) && isName(last) && last.start() - first.end() == 1
                ? Optional.of(new Span(first.start(), last.end()))
                : Optional.empty();
    }

    /// One word with a capital, where only a name can stand.
    static Optional<Span> name(Prose prose, int at, int limit) {
        return at < limit && isName(prose.tokens().get(at))
                ? Optional.of(new Span(
                        prose.tokens().get(at).start(), prose.tokens().get(at).end()))
                : Optional.empty();
    }

    /// One first name, where any noun may have a capital.
    static Optional<Span> firstName(Prose prose, int at) {
        var token = prose.tokens().get(at);
        return isName(token) && FIRST_NAMES.contains(token.word())
                ? Optional.of(new Span(token.start(), token.end()))
                : Optional.empty();
    }

    /// A sentence that begins with one name which then does what colleagues do in logs.
    static Optional<Span> firstName(Prose prose, Sentence sentence, PhraseList doing) {
        if (sentence.words() < 3) {
            return Optional.empty();
        }
        for (var at = sentence.firstToken(); at + 1 < sentence.endToken(); at++) {
            var name = prose.tokens().get(at);
            if (isName(name)
                    && FIRST_NAMES.contains(name.word())
                    && doing.longestAt(prose, at + 1, sentence.endToken()) > 0) {
                return Optional.of(new Span(name.start(), name.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean isName(Token token) {
        var written = token.written();
        return token.kind() == Token.Kind.WORD
                && written.length() > 1
                && Character.isUpperCase(written.charAt(0))
                && Character.isLowerCase(written.charAt(1))
                && !NO_NAMES.contains(token.word());
    }

    private static final Set<String> FIRST_NAMES = Set.of(
            "adam",
            "alex",
            "alice",
            "andre",
            "andrea",
            "andreas",
            "andrew",
            "anna",
            "anne",
            "anthony",
            "ben",
            "bjoern",
            "björn",
            "bob",
            "brian",
            "carl",
            "carlos",
            "chris",
            "christian",
            "christine",
            "claire",
            "dan",
            "daniel",
            "dave",
            "david",
            "elena",
            "emily",
            "emma",
            "eric",
            "erik",
            "eva",
            "frank",
            "george",
            "greg",
            "hannah",
            "hans",
            "helen",
            "helena",
            "ian",
            "ivan",
            "jack",
            "jacob",
            "james",
            "jan",
            "jane",
            "jason",
            "jeff",
            "jens",
            "jim",
            "joe",
            "john",
            "jonas",
            "jordan",
            "jose",
            "josh",
            "julia",
            "karen",
            "kate",
            "kevin",
            "kim",
            "laura",
            "lena",
            "lisa",
            "luca",
            "lucas",
            "lukas",
            "maria",
            "marie",
            "mark",
            "markus",
            "martin",
            "mary",
            "matt",
            "max",
            "michael",
            "mike",
            "mina",
            "nick",
            "nicole",
            "nina",
            "oliver",
            "olivia",
            "pat",
            "patrick",
            "paul",
            "peter",
            "phil",
            "philip",
            "rachel",
            "rob",
            "robert",
            "ryan",
            "sam",
            "sandra",
            "sara",
            "sarah",
            "scott",
            "sebastian",
            "simon",
            "sophie",
            "stefan",
            "stephen",
            "steve",
            "susan",
            "thomas",
            "tim",
            "tom",
            "tony",
            "victor",
            "wolfgang",
            "yuki");
}
