package dev.allclear.shape;

import dev.allclear.incident.Workaround;
import dev.allclear.status.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Each fact of a message as a clause, in one manner of telling; empty where there is nothing to tell.
final class Said {

    /// Beyond this, a brand before a product takes more room than it tells.
    private static final int LONGEST_NAME = 60;
    private static final Duration STILL_ON_TIME = Duration.ofMinutes(2);

    final Message message;
    final Telling times;
    final Vocabulary vocabulary;
    final Prose prose;
    private final Timing timing;
    private final About about;
    private final Words words;

    Said(Message message, Telling times) {
        this.message = message;
        this.times = times;
        this.vocabulary = times.vocabulary;
        this.prose = new Prose(vocabulary);
        this.timing = message.timing();
        this.about = message.about();
        this.words = message.words();
    }

    /// Ways to name whose service it is, the fullest first.
    List<String> names() {
        var names = new LinkedHashSet<String>();
        if (about.product().isEmpty() || about.brand().isEmpty()) {
            names.add(about.product() + about.brand());
        } else if (about.brand().contains(about.product())) {
            names.add(about.brand());
            names.add(about.product());
        } else if (namesItsBrand(about.product())) {
            names.add(about.product());
        } else {
            var whole = vocabulary.get("name.whole", "brand", about.brand(), "product", about.product());
            names.add(whole.length() <= LONGEST_NAME ? whole : about.product());
        }
        if (!about.brand().isEmpty()
                && about.brand().length() < names.getFirst().length()) {
            names.add(about.brand());
        }
        return List.copyOf(names);
    }

    private boolean namesItsBrand(String product) {
        var first = about.brand().split("[\\s,.]+", 2)[0].toLowerCase(Locale.ROOT);
        return product.toLowerCase(Locale.ROOT).contains(first);
    }

    String name() {
        return names().getFirst();
    }

    /// Who and where, from the fullest to the shortest. The shortest at least says that it isn't everybody, unless it
    /// is or the impact says it already.
    List<String> scopes() {
        var scope = about.scope();
        if (scope == null || Clauses.overlap(scope, words.impact() + " " + name()) >= 0.99) {
            return List.of();
        }
        var scopes = new ArrayList<>(Clauses.forms(scope));
        scopes.removeIf(form -> !Clauses.rest(form).isEmpty());
        if (everybody()) {
            scopes.add("");
            return scopes;
        }
        var place = vocabulary.list("scope.in").isEmpty()
                ? Optional.<String>empty()
                : Pattern.compile("(?:^|.* )((?:" + String.join("|", vocabulary.list("scope.in")) + ") [^,;]+)$")
                        .matcher(Clauses.first(scope))
                        .results()
                        .map(found -> found.group(1))
                        .findFirst();
        place.filter(where -> where.length() < scopes.getLast().length())
                .ifPresent(where ->
                        scopes.add(scope.matches(".*\\d.*") ? vocabulary.get("scope.some_in", "where", where) : where));
        if (!startsWithAll(scope)) {
            vocabulary
                    .find("scope.some")
                    .filter(hedge -> hedge.length() < scopes.getLast().length())
                    .ifPresent(scopes::add);
        }
        return scopes;
    }

    /// Whether it meets all there are, so that it claims nothing too wide to leave that out.
    boolean everybody() {
        return startsWithAll(scope())
                && vocabulary.list("scope.limits").stream().noneMatch(limit -> scope().contains(" " + limit + " "));
    }

    private boolean startsWithAll(String scope) {
        var lower = scope.toLowerCase(Locale.ROOT);
        return vocabulary.list("scope.all").stream().anyMatch(lower::startsWith);
    }

    /// Whether the impact was condensed to "some ...".
    boolean saysSome(String impact) {
        return vocabulary
                .find("clause.some")
                .filter(some -> impact.startsWith(some.substring(0, some.indexOf('{'))))
                .isPresent();
    }

    String scope() {
        return about.scope() == null ? "" : about.scope();
    }

    /// Whether planned work doesn't take place, so that it meets nobody.
    boolean calledOff() {
        return message.window() != null && message.window().fate() != Window.Fate.STANDS;
    }

    /// Since when, or since when it is known of.
    String since() {
        if (timing.since() != null) {
            return times.phrase("since", "time", times.brief(timing.since()));
        }
        return timing.noticed() == null ? "" : times.phrase("noticed", "time", times.brief(timing.noticed()));
    }

    /// Since when, as a sentence of its own.
    String began() {
        if (timing.since() != null) {
            return times.phrase("began", "since", since());
        }
        return timing.noticed() == null ? "" : times.phrase("began.noticed", "time", times.brief(timing.noticed()));
    }

    String report() {
        return timing.since() == null
                ? times.phrase("report")
                : times.phrase("report.of", "day", times.date(timing.since()));
    }

    /// From when to when, once it is over.
    String lasted() {
        return timing.since() == null || timing.ended() == null
                ? ""
                : times.span(timing.since(), timing.ended(), false);
    }

    String late(boolean full) {
        var promised = timing.promised();
        if (promised == null || promised.plus(STILL_ON_TIME).isAfter(timing.asOf())) {
            return "";
        }
        return full
                ? times.phrase("late.full", "length", times.length(Duration.between(promised, timing.asOf())))
                : times.phrase("late");
    }

    String restoredBy(String key) {
        return timing.restoredBy() == null || message.occasion().over()
                ? ""
                : times.phrase(
                        key,
                        "time",
                        key.equals("restored_by") ? times.brief(timing.restoredBy()) : times.at(timing.restoredBy()));
    }

    /// Either what helps meanwhile, or that nothing does.
    List<String> workarounds() {
        var meanwhile = words.meanwhile();
        if (meanwhile != null) {
            var forms = new ArrayList<>(Clauses.forms(meanwhile));
            if (repeatsAction()
                    && words.action() != null
                    && words.action().length() < forms.getLast().length()) {
                forms.add(words.action());
            }
            return forms;
        }
        return message.occasion().open() && words.workaround() instanceof Workaround.NoneYet
                ? List.of(vocabulary.get("no_workaround.full"), vocabulary.get("no_workaround"))
                : List.of();
    }

    /// What customers should do; nothing where the workaround says it already.
    List<String> actions() {
        return repeatsAction() ? List.of() : Clauses.forms(words.action());
    }

    /// What customers have to do, as the fact that tells it: that goes before even the link.
    Optional<Fact> task() {
        if (words.action() == null || vocabulary.speaksOf("action.none", words.action())) {
            return Optional.empty();
        }
        return Optional.of(repeatsAction() ? Fact.WORKAROUND : Fact.ACTION);
    }

    private boolean repeatsAction() {
        return Clauses.overlap(words.action(), words.meanwhile()) >= 0.6;
    }

    /// Whether the reader is told when we speak again: while it is open always, else where it was promised.
    boolean promises() {
        return message.timing().nextUpdate() != null && !message.occasion().over();
    }

    /// The promise, the fullest form first.
    List<String> promised() {
        return promises()
                ? List.of(
                        times.phrase("next", "time", times.at(times.nextUpdate())),
                        times.phrase("next", "time", times.brief(times.nextUpdate())),
                        times.phrase("next.brief", "time", times.brief(times.nextUpdate())))
                : List.of();
    }

    String cause() {
        return labelled("cause", words.tellableCause());
    }

    String labelled(String key, @Nullable String value) {
        return value == null ? "" : times.phrase(key, "text", value);
    }

    /// Components that are, or were, in trouble.
    List<String> parts() {
        var troubled = about.components().stream()
                .filter(component -> component.state() != State.OPERATIONAL)
                .toList();
        var shown = troubled.isEmpty() && message.occasion() != Occasion.MAINTENANCE_SCHEDULED
                ? about.components()
                : troubled;
        return shown.stream()
                .map(About.Component::name)
                .filter(part -> !name().contains(part))
                .toList();
    }

    /// `Singapore down, Dallas degraded`, from the worst; for want of better words.
    String states() {
        return prose.list(about.components().stream()
                .filter(component -> component.state() != State.OPERATIONAL)
                .sorted((one, other) -> other.state().compareTo(one.state()))
                .map(component -> vocabulary.get("state." + component.state().key(), "part", component.name()))
                .toList());
    }

    /// What works again, since when, after how long; the fullest form first.
    List<String> restored() {
        var forms = new LinkedHashSet<String>();
        for (var text : worksAgain()) {
            var since = timing.ended() == null
                    ? text
                    : times.phrase("restored.since", "text", text, "time", times.brief(timing.ended()));
            length().ifPresent(length -> forms.add(times.phrase("restored.after", "text", since, "length", length)));
            forms.add(since);
        }
        return List.copyOf(forms);
    }

    /// What works again; the author's own words first.
    List<String> worksAgain() {
        var ways = new LinkedHashSet<>(Clauses.forms(words.restored()));
        var parts = parts();
        if (ways.isEmpty() && !parts.isEmpty() && parts.size() <= 2) {
            ways.add(times.phrase("restored.part", "part", prose.list(parts)));
        }
        ways.add(times.phrase("restored"));
        return List.copyOf(ways);
    }

    /// How long customers went without: from the beginning, or from the start of the window.
    Optional<String> length() {
        var window = message.window();
        Instant from = window != null && message.occasion().planned() ? window.start() : timing.since();
        return from == null || timing.ended() == null || !timing.ended().isAfter(from)
                ? Optional.empty()
                : Optional.of(times.length(Duration.between(from, timing.ended())));
    }
}
