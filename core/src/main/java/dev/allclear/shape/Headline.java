package dev.allclear.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// The line that everybody reads: what customers cannot do, or what works again, and where.
final class Headline {

    private final Said said;
    private final Prose prose;

    Headline(Said said) {
        this.said = said;
        this.prose = said.prose;
    }

    /// The best that reads well; else the best within the limit; else the shortest.
    String within(int wanted, int limit) {
        var candidates = candidates();
        for (var most : List.of(wanted, limit)) {
            for (var candidate : candidates) {
                if (candidate.codePointCount(0, candidate.length()) <= most) {
                    return candidate;
                }
            }
        }
        return states().isEmpty() ? candidates.getLast() : prose.headline(said.states());
    }

    private List<String> candidates() {
        var lines = new LinkedHashSet<>(titles());
        var nameless = new ArrayList<String>();
        for (var clause : clauses()) {
            said.names().forEach(name -> lines.add(prose.headline(named(name, clause))));
            // Planned work means little without whose it is; what is broken is understood.
            (said.message.occasion().planned() ? nameless : lines).add(prose.headline(named("", clause)));
        }
        lines.addAll(nameless);
        lines.addAll(states());
        return List.copyOf(lines);
    }

    private String named(String name, String clause) {
        var since = said.message.timing().since();
        if (said.message.occasion() != Occasion.REPORT || since == null) {
            return prose.named(name, clause);
        }
        var key = name.isEmpty() ? "report.bare" : "report.why";
        return said.times.phrase(key, "name", name, "day", said.times.date(since), "text", clause);
    }

    /// The author's own title, if there is one, comes first.
    private List<String> titles() {
        var title = said.message.words().title();
        if (title == null) {
            return List.of();
        }
        var brand = said.message.about().brand();
        return Clauses.overlap(brand, title) > 0
                ? List.of(prose.headline(title))
                : List.of(prose.headline(prose.named(brand, title)), prose.headline(title));
    }

    /// For want of better words.
    private List<String> states() {
        return said.states().isEmpty() || said.message.occasion().over()
                ? List.of()
                : said.names().stream()
                        .map(name -> prose.headline(prose.named(name, said.states())))
                        .toList();
    }

    private List<String> clauses() {
        return switch (said.message.occasion()) {
            case INVESTIGATING, IDENTIFIED -> broken();
            case MONITORING -> watched();
            case RESOLVED -> restored();
            case REPORT -> report();
            case MAINTENANCE_SCHEDULED, MAINTENANCE_PROGRESS -> planned();
            case MAINTENANCE_DONE ->
                restored().stream()
                        .map(text -> said.times.phrase("planned.done", "text", text))
                        .toList();
        };
    }

    private List<String> broken() {
        var impact = said.message.words().impact();
        var clauses = new ArrayList<String>();
        if (impact != null) {
            clauses.addAll(Clauses.forms(impact).reversed());
            clauses.addAll(new Condensed(said.vocabulary).of(impact));
        }
        if (clauses.isEmpty() && said.states().isEmpty()) {
            clauses.add(said.vocabulary.get("impact.unknown"));
        }
        return clauses;
    }

    /// Green again, yet watched; or still broken.
    private List<String> watched() {
        return said.states().isEmpty()
                ? restoredParts()
                        .map(part -> said.times.phrase("restored.watched", "text", part))
                        .toList()
                : broken();
    }

    private List<String> restored() {
        return restoredParts().toList();
    }

    private Stream<String> restoredParts() {
        return said.worksAgain().stream();
    }

    private List<String> report() {
        var impact = said.message.words().impact();
        return impact == null
                ? List.of(said.times.phrase("report"))
                : Clauses.forms(impact).reversed();
    }

    private List<String> planned() {
        return new Planned(said).headlines();
    }
}
