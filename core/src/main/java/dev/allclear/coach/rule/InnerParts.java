package dev.allclear.coach.rule;

import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import dev.allclear.coach.text.Token;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What software is made of inside: its numbered parts, queues, classes, stores and tickets, by how they are written.
final class InnerParts {

    private static final String KIND =
            "(?:tables?|columns?|queues?|topics?|stream|index|bucket|flag|flags|job|jobs|cron|cronjob"
                    + "|consumer group|group|cluster|namespace|deployment|pod|pods|microservice|instance|host|hosts|machine|volume|runner"
                    + "|pipeline|schema|database|collection|keyspace|ring|worker|daemon|container|setting|variable|key|secret|[Qq]ueue"
                    + "|[Tt]abelle|[Ww]arteschlange|[Jj]ob|[Dd]atenbank|[Ss]palte|[Hh]ost|[Rr]echner|[Ss]erver|[Cc]ontainer|[Tt]opic|[Bb]ucket)";

    /// Behind the word for a part: names with an underscore, or with a digit behind a hyphen.
    private static final Pattern NAMED = Pattern.compile(
            "(?<=\\b" + KIND + " [`\"'„“]?)(?:[a-z][a-z0-9]{0,30}(?:[_.][a-z0-9]{1,30}){1,6}(?![\\w-])"
                    + "|(?=[a-z0-9-]{0,60}-(?:[a-z]{0,8}\\d|prod|eu|us|stg|live|main)[a-z0-9-]{0,30}(?![\\w-]))[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,6})");

    private static final Pattern NUMBERED = Pattern.compile(
            "(?<=\\b(?:[Ss]hard|[Ss]hards|[Pp]artition|[Pp]artitions|[Bb]roker|[Rr]eplica|[Pp]od|[Oo][Ss][Dd]|[Kk]eyspace|[Hh]ypervisor|[Vv][Ll][Aa][Nn]) #?)\\d{1,5}(?!\\w|[.:%-]\\w)");

    private static final Pattern STORE = Pattern.compile(
            "\\b(?:s3|gs|hdfs|nfs|smb|ssh|amqps?|redis|rediss|postgres(?:ql)?|mysql|mongodb|kafka|jdbc:[a-z]{2,12})://[\\w.@/:-]{2,100}");

    private static final Pattern TRACKED = Pattern.compile(
            "(?<=\\b(?:[Tt]icket|[Ii]ssue|[Cc]ase|[Bb]ug|[Ii]ncident|[Tt]ask|[Tt]rack(?:ed|ing)?(?: (?:this|it))? (?:as|under|in|with|by)|[Ss]ee|[Ss]iehe|[Uu]nter|[Rr]efs?|[Ii]nternally|[Vv]organg|[Ff]all) #?)[A-Z][A-Z0-9]{1,9}-\\d{2,7}(?![\\w-])"
                    + "|(?<![\\p{L}\\p{N}/=\\[.-])(?!(?:CVE|ISO|DIN|RFC|UTF|SHA|AES|GMT|UTC|COVID|HTTP|EN|IEC|IEEE|ANSI|TLS|SSL|PCI|GHSA|KB|USB|HDMI)-)[A-Z]{3,10}-\\d{4,7}(?![\\w-])");

    private static final Pattern STATE =
            Pattern.compile("\\bSQLSTATE\\b\\S{0,12}|\\bSQL\\d{4,5}N?\\b|\\b0x[0-9a-fA-F]{6,16}\\b");

    static final Map<String, Pattern> WRITTEN =
            Map.of("part", NAMED, "shard", NUMBERED, "path", STORE, "ticket", TRACKED, "log", STATE);

    private static final Pattern CLASS = Pattern.compile(
            "(?:[A-Z][a-z0-9]{1,20}){2,6}(?:Exception|Controller|Factory|Repository|Handler"
                    + "|Impl|Bean|Servlet|Dispatcher|Listener|Serializer|Serializable|Middleware|Interceptor|Adapter|Resolver|Scheduler|Mapper|Dao|Util|Utils|Helper|Job)"
                    + "|(?:[A-Z][a-z0-9]{1,20}){1,6}(?:NotFound|Timeout|Pointer|Access|State|Argument|Memory|Overflow|Refused|Pool|Lock|Socket|Sql|SQL|IO|Runtime|Io)(?:Exception|Error)");

    private static final Pattern QUALIFIED =
            Pattern.compile("\\b(?:[a-z]\\w{0,30}\\.){1,8}[A-Z]\\w{2,60}(?:Exception|Error)\\b");

    private InnerParts() {}

    /// A class of a program: `SessionCacheFactory`.
    static Optional<Span> className(Prose prose) {
        return prose.tokens().stream()
                .filter(it -> it.kind() == Token.Kind.WORD)
                .filter(it -> CLASS.matcher(it.written()).matches())
                .map(it -> new Span(it.start(), it.end()))
                .findFirst();
    }

    /// An error with the whole name of its class, as programs throw it.
    static Optional<Span> thrown(Prose prose) {
        return MachineNames.all(QUALIFIED, prose).stream().findFirst();
    }
}
