package dev.allclear.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a hotline says: the same facts in the order in which a listener can follow, without anything to click.
final class VoiceText {

    private final Said said;
    private final Message message;
    private final Words words;
    private final UnaryOperator<String> spoken;
    private final UnaryOperator<String> essential;

    private VoiceText(Said said, UnaryOperator<String> spoken, UnaryOperator<String> essential) {
        this.said = said;
        this.message = said.message;
        this.words = message.words();
        this.spoken = spoken;
        this.essential = essential;
    }

    static VoiceText of(Message message) {
        Optional<Numerals> numerals = Numerals.of(message.reader().language());
        if (numerals.isEmpty()) {
            return new VoiceText(
                    new Said(message, new WrittenTimes(message)),
                    text -> Addresses.in(text) ? "" : text,
                    text -> Addresses.spoken(text, " . "));
        }
        var said = new Said(message, new SpokenTimes(message, numerals.get()));
        var speech = new SpokenText(said.vocabulary, numerals.get());
        return new VoiceText(said, speech::of, speech::essential);
    }

    String text() {
        var clauses = switch (message.occasion()) {
            case INVESTIGATING, IDENTIFIED, MONITORING -> open();
            case RESOLVED, MAINTENANCE_DONE -> over();
            case REPORT -> report();
            case MAINTENANCE_SCHEDULED, MAINTENANCE_PROGRESS -> planned();
        };
        return said.prose.paragraph(clauses.stream().map(spoken).toArray(String[]::new));
    }

    private List<String> open() {
        var clauses = new ArrayList<>(List.of(name(), impact(), scope(), since(), said.late(true)));
        var watched = message.occasion() == Occasion.MONITORING;
        clauses.add(watched ? plain(words.doing()) : "");
        clauses.addAll(helps());
        clauses.add(watched ? "" : plain(words.doing()));
        clauses.add(said.restoredBy("restored_by.full"));
        clauses.add(contact());
        clauses.add(next());
        return clauses;
    }

    private List<String> over() {
        var restored = said.restored().getFirst();
        var done = message.occasion() == Occasion.MAINTENANCE_DONE
                ? said.times.phrase("planned.done", "text", restored)
                : restored;
        var clauses = new ArrayList<>(
                List.of(name(), done, words.impact() == null ? "" : impact(), scope(), plain(words.residual())));
        var isTask = said.task().isPresent();
        clauses.addAll(isTask ? helps() : List.of());
        clauses.add(plain(words.compensation()));
        clauses.addAll(isTask ? List.of() : helps());
        clauses.add(said.vocabulary.get(message.grave() ? "sorry.full" : "thanks"));
        clauses.add(plain(words.next()));
        clauses.add(contact());
        return clauses;
    }

    private List<String> report() {
        return List.of(
                name(),
                said.report(),
                impact(),
                scope(),
                said.cause(),
                said.vocabulary.get("sorry.full"),
                plain(words.next()),
                contact());
    }

    private List<String> planned() {
        var planned = new Planned(said);
        var clauses = new ArrayList<>(List.of(
                name(), planned.forms().getFirst(), planned.clocksChange(), impact(), scope(), said.late(true)));
        clauses.addAll(helps());
        clauses.add(plain(words.doing()));
        clauses.add(plain(words.next()));
        clauses.add(contact());
        clauses.add(next());
        return clauses;
    }

    private String name() {
        return essential.apply(said.name());
    }

    private String impact() {
        var impact = words.impact();
        return essential.apply(impact == null ? said.states() : impact);
    }

    private String scope() {
        var key = message.occasion().over() ? "affected.past" : "affected";
        return said.scopes().isEmpty() || said.calledOff() ? "" : said.times.phrase(key, "what", said.scope());
    }

    private String since() {
        var recovering =
                message.occasion() == Occasion.MONITORING && said.states().isEmpty();
        return recovering ? "" : said.began();
    }

    private List<String> helps() {
        return List.of(fullest(said.actions()), fullest(said.workarounds()));
    }

    private String contact() {
        return said.labelled("contact", words.contact());
    }

    private String next() {
        return said.promises() ? said.times.phrase("next.full", "time", said.times.at(said.times.nextUpdate())) : "";
    }

    private static String fullest(List<String> forms) {
        return forms.isEmpty() ? "" : forms.getFirst();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
