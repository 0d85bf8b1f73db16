package dev.allclear.shape;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes all shapes of one message.
final class Shaping {

    private static final int LONGEST_OPENING = 160;

    private final Message message;
    private final Limits limits;
    private final Said said;

    Shaping(Message message, Limits limits) {
        this.message = message;
        this.limits = limits;
        this.said = new Said(message, new WrittenTimes(message));
    }

    Map<Shape, Shaped> all() {
        var all = new EnumMap<Shape, Shaped>(Shape.class);
        Stream.of(Shape.values()).forEach(shape -> all.put(shape, shaped(shape)));
        return all;
    }

    private Shaped shaped(Shape shape) {
        var brief = message.links().forms();
        var full = message.links().clickable().stream().toList();
        return switch (shape) {
            case STATUS_PAGE -> ready(new Copy(new Headline(said).within(80, 80), statusPage()));
            case EMAIL -> ready(new Copy(new Headline(said).within(60, 78), email()));
            case CHAT -> ready(Copy.of(chat()));
            case VOICE -> ready(Copy.of(VoiceText.of(message).text()));
            case SMS -> sms(brief);
            case SHORT_POST ->
                new Shortening(said, brief)
                        .within(text -> -Measure.codePoints(text, 140, 140).spare());
            case X -> new Shortening(said, full).within(text -> -Measure.x(text).spare());
            case BLUESKY ->
                new Shortening(said, full)
                        .within(text -> Math.max(
                                -Measure.bluesky(text).spare(),
                                -Measure.blueskyBytes(text).spare()));
            case MASTODON ->
                new Shortening(said, full)
                        .within(text -> -Measure.mastodon(text, limits).spare());
        };
    }

    private static Shaped ready(Copy copy) {
        return new Shaped.Ready(copy, Set.copyOf(EnumSet.noneOf(Fact.class)));
    }

    private String statusPage() {
        return paragraphs(
                message.links().toShare().map(link -> said.times.phrase("link.share", "link", link)).stream());
    }

    private String email() {
        var brand = message.about().brand();
        var page = message.links().full();
        var lines = Stream.of(
                        page.map(link -> said.times.phrase("link.page", "link", link)),
                        message.links()
                                .toShare()
                                .filter(link -> !page.equals(Optional.of(link)))
                                .map(link -> said.times.phrase("link.share", "link", link)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return paragraphs(Stream.of(lines, brand));
    }

    private String paragraphs(Stream<String> closing) {
        return Stream.concat(new LongText(said).paragraphs().stream(), closing.filter(line -> !line.isEmpty()))
                .collect(Collectors.joining("\n\n"));
    }

    /// What is wrong stands out, one line per thought, the address in full.
    private String chat() {
        var paragraphs = new LongText(said).paragraphs();
        var opening = opening(paragraphs.getFirst());
        var lines = said.message.words().text() != null
                        || message.occasion() == Occasion.REPORT
                        || opening.length() > LONGEST_OPENING
                ? Stream.concat(Stream.of(bold(new Headline(said).within(80, 80))), paragraphs.stream())
                : Stream.concat(Stream.of(bold(opening)), paragraphs.stream().skip(1));
        return Stream.concat(lines, message.links().clickable().stream()).collect(Collectors.joining("\n"));
    }

    private String opening(String first) {
        var named = message.occasion().over() || message.occasion().planned();
        return named ? first : said.prose.named(said.name(), uncapped(first));
    }

    /// The clause as its author wrote it, which is how it follows a colon.
    private String uncapped(String sentence) {
        var impact = message.words().impact();
        return impact == null ? sentence : sentence.replace(said.prose.sentence(impact), impact);
    }

    private static String bold(String line) {
        return "*" + line.replace("*", "").strip() + "*";
    }

    /// One message if that is possible at all; the text that is sent holds no character that would make it two.
    private Shaped sms(List<String> link) {
        Shaped last = new Shaped.TooLong(Fact.IMPACT, 1);
        for (var segments = 1; segments <= limits.smsSegments(); segments++) {
            var most = segments;
            last = sendable(new Shortening(said, link)
                    .within(text -> -Measure.sms(sendable(text), most).spare()));
            if (!(last instanceof Shaped.TooLong)) {
                return last;
            }
        }
        return last;
    }

    private Shaped sendable(Shaped shaped) {
        return switch (shaped) {
            case Shaped.Ready(var copy, var leftOut) -> new Shaped.Ready(Copy.of(sendable(copy.body())), leftOut);
            case Shaped.Thin(var copy, var leftOut, var by) ->
                new Shaped.Thin(Copy.of(sendable(copy.body())), leftOut, by);
            case Shaped.TooLong tooLong -> tooLong;
        };
    }

    private String sendable(String text) {
        return said.vocabulary.find("sms.alphabet").filter("gsm-7"::equals).isPresent()
                ? Gsm7.folded(text)
                : Gsm7.plain(text);
    }
}
