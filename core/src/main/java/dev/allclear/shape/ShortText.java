package dev.allclear.shape;

import static dev.allclear.shape.Fact.*;

import dev.allclear.shape.Fitting.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a short text can say, what of it is worth most, and in which order it is read.
final class ShortText {

    private final Said said;
    private final Message message;
    private final Words words;
    private final Prose prose;

    ShortText(Said said) {
        this.said = said;
        this.message = said.message;
        this.words = message.words();
        this.prose = said.prose;
    }

    /// What there is to choose from.
    ///
    /// @param impact ways to tell the impact, the fullest first
    /// @param names ways to name the service, the fullest first
    /// @param link ways to write the address, the fullest first; none where there is none
    /// @param must facts that may not go, beside those that never go
    record Offer(List<String> impact, List<String> names, List<String> link, Set<Fact> must) {}

    Fitting fitting(Offer offer) {
        var impact = offer.impact();
        var forms = new EnumMap<Fact, List<String>>(Fact.class);
        forms.put(NAME, offer.names());
        optional(forms, LINK, offer.link());
        optional(forms, ACTION, said.actions());
        optional(forms, WORKAROUND, said.workarounds());
        scope(forms, impact);
        optional(forms, COMPENSATION, Clauses.forms(words.compensation()));
        optional(forms, NEXT_STEP, Clauses.forms(words.next()));
        optional(forms, CONTACT, contact());
        optional(forms, CAUSE, List.of(said.cause()));
        switch (message.occasion()) {
            case INVESTIGATING, IDENTIFIED, MONITORING -> open(forms, impact);
            case RESOLVED, MAINTENANCE_DONE -> over(forms, impact);
            case REPORT -> report(forms, impact);
            case MAINTENANCE_SCHEDULED, MAINTENANCE_PROGRESS -> planned(forms, impact);
        }
        offer.must()
                .forEach(fact -> forms.computeIfPresent(
                        fact,
                        (_, of) -> of.stream().filter(form -> !form.isEmpty()).toList()));
        return new Fitting(forms, steps(), message.occasion().over() ? this::overLayout : this::openLayout);
    }

    /// An impact that says "some" already needs no second hedge; planned work is told to everybody anyway.
    private void scope(Map<Fact, List<String>> forms, List<String> impact) {
        var scopes = new ArrayList<>(said.scopes());
        if ((said.saysSome(impact.getLast()) || message.occasion().over()) && !scopes.isEmpty()) {
            scopes.removeIf(scope ->
                    said.vocabulary.find("scope.some").filter(scope::equals).isPresent());
            scopes.add("");
        }
        if (!message.occasion().planned() || !said.everybody()) {
            put(forms, SCOPE, scopes);
        }
    }

    private void open(Map<Fact, List<String>> forms, List<String> impact) {
        forms.put(IMPACT, impact);
        put(forms, NEXT_UPDATE, said.promised());
        if (!recovering()) {
            optional(forms, SINCE, List.of(said.since()));
        }
        optional(forms, LATENESS, List.of(said.late(true), said.late(false)));
        optional(forms, RESTORED_BY, List.of(said.restoredBy("restored_by")));
        var doing = new ArrayList<>(Clauses.forms(words.doing()));
        if (recovering()) {
            doing.add(said.times.phrase("restored.watched", "text", said.vocabulary.get("restored")));
        }
        optional(forms, DOING, doing);
    }

    /// Watched, and green already: then "since" would say that it lasts.
    private boolean recovering() {
        return message.occasion() == Occasion.MONITORING && said.states().isEmpty();
    }

    private void over(Map<Fact, List<String>> forms, List<String> impact) {
        var restored = said.restored();
        forms.put(
                ALL_CLEAR,
                message.occasion() == Occasion.MAINTENANCE_DONE
                        ? restored.stream()
                                .map(text -> said.times.phrase("planned.done", "text", text))
                                .toList()
                        : restored);
        // For want of an impact its ways tell a state, which is over.
        optional(forms, IMPACT, words.impact() == null ? List.of() : impact);
        optional(forms, RESIDUAL, Clauses.forms(words.residual()));
        optional(forms, APOLOGY, List.of(said.vocabulary.get(message.grave() ? "sorry" : "thanks")));
    }

    private void report(Map<Fact, List<String>> forms, List<String> impact) {
        forms.put(ALL_CLEAR, List.of(said.report()));
        forms.put(IMPACT, impact);
        optional(forms, DOING, List.of(said.vocabulary.get("report.holds")));
        optional(forms, APOLOGY, List.of(said.vocabulary.get("sorry")));
    }

    private void planned(Map<Fact, List<String>> forms, List<String> impact) {
        forms.put(WINDOW, new Planned(said).forms());
        forms.put(IMPACT, impact);
        put(forms, NEXT_UPDATE, said.promised());
        optional(forms, LATENESS, List.of(said.late(true), said.late(false)));
        optional(forms, DOING, Clauses.forms(words.doing()));
        optional(
                forms,
                WHY,
                Clauses.forms(words.why()).stream()
                        .map(why -> said.labelled("why", why))
                        .toList());
    }

    private List<String> contact() {
        var contact = words.contact();
        var told = Stream.concat(said.workarounds().stream(), said.actions().stream());
        return contact == null || told.anyMatch(text -> Clauses.overlap(contact, text) >= 0.5)
                ? List.of()
                : List.of(said.labelled("contact", contact));
    }

    private static void put(Map<Fact, List<String>> forms, Fact fact, List<String> of) {
        if (!of.isEmpty()) {
            forms.put(fact, of);
        }
    }

    private static void optional(Map<Fact, List<String>> forms, Fact fact, List<String> of) {
        var told = new ArrayList<>(of);
        told.removeIf(String::isEmpty);
        if (!told.isEmpty()) {
            told.add("");
            forms.put(fact, told);
        }
    }

    /// RULES of what goes last: impact and promise stand from the beginning; then the link and what helps, whom it
    /// meets and since when; cause, contact and apology only where there is room to spare.
    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Mention(LINK));
        if (said.calledOff()) {
            steps.add(new Step.Mention(NEXT_STEP));
        }
        if (recovering() || (words.why() == null && message.window() != null)) {
            steps.add(new Step.Mention(DOING));
        }
        said.task().map(Step.Mention::new).ifPresent(steps::add);
        Stream.of(LATENESS, WORKAROUND, RESTORED_BY).forEach(fact -> steps.add(new Step.Mention(fact)));
        if (message.occasion().over()) {
            Stream.of(RESIDUAL, COMPENSATION).forEach(fact -> steps.add(new Step.Mention(fact)));
            steps.add(new Step.Full(ALL_CLEAR));
            Stream.of(IMPACT, ACTION).forEach(fact -> steps.add(new Step.Mention(fact)));
        }
        steps.add(new Step.Full(SCOPE));
        if (message.occasion() == Occasion.MONITORING) {
            steps.add(new Step.Mention(DOING));
        }
        Stream.of(SINCE, ACTION).forEach(fact -> steps.add(new Step.Mention(fact)));
        Stream.of(NAME, WINDOW, NEXT_UPDATE, LINK, IMPACT, ACTION, WORKAROUND, RESIDUAL)
                .forEach(fact -> steps.add(new Step.Full(fact)));
        Stream.of(NEXT_STEP, DOING, WHY, APOLOGY, CONTACT, CAUSE).forEach(fact -> steps.add(new Step.Mention(fact)));
        Stream.of(DOING, LATENESS, NEXT_STEP, COMPENSATION).forEach(fact -> steps.add(new Step.Full(fact)));
        return steps;
    }

    private String openLayout(Map<Fact, String> told) {
        var window = of(told, WINDOW);
        var impact = impact(told);
        var watching = message.occasion() == Occasion.MONITORING;
        var lead = prose.named(of(told, NAME), window.isEmpty() ? impact : window);
        return withLink(
                told,
                prose.paragraph(
                        lead,
                        window.isEmpty() ? "" : impact,
                        of(told, LATENESS),
                        watching ? of(told, DOING) : "",
                        of(told, RESTORED_BY),
                        of(told, ACTION),
                        of(told, WORKAROUND),
                        watching ? "" : of(told, DOING),
                        of(told, WHY),
                        of(told, CAUSE),
                        of(told, COMPENSATION),
                        of(told, CONTACT),
                        of(told, NEXT_STEP),
                        of(told, NEXT_UPDATE)));
    }

    /// `uploads fail since 14:05 UTC`, or `uploads fail (customers in Europe, since 14:05 UTC)`
    private String impact(Map<Fact, String> told) {
        var since = of(told, SINCE);
        return of(told, SCOPE).isEmpty() && message.timing().since() != null
                ? prose.appended(of(told, IMPACT), since)
                : prose.aside(of(told, IMPACT), List.of(of(told, SCOPE), since));
    }

    private String overLayout(Map<Fact, String> told) {
        var impact = of(told, IMPACT);
        var isTask = said.task().isPresent();
        return withLink(
                told,
                prose.paragraph(
                        prose.named(of(told, NAME), of(told, ALL_CLEAR)),
                        impact.isEmpty() ? "" : prose.aside(impact, List.of(of(told, SCOPE))),
                        of(told, RESIDUAL),
                        isTask ? of(told, ACTION) : "",
                        of(told, COMPENSATION),
                        isTask ? "" : of(told, ACTION),
                        of(told, CAUSE),
                        of(told, APOLOGY),
                        of(told, CONTACT),
                        of(told, NEXT_STEP),
                        of(told, DOING)));
    }

    private static String withLink(Map<Fact, String> told, String text) {
        var link = of(told, LINK);
        return link.isEmpty() ? text : text + " " + link;
    }

    private static String of(Map<Fact, String> told, Fact fact) {
        return told.getOrDefault(fact, "");
    }
}
