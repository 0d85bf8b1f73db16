package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Part;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.language.Phrases;
import dev.allclear.page.PublicArea;
import dev.allclear.status.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lists affected components, each with its regions on one line. The page has the long list; a mail has the first
/// dozen.
final class AffectedParts {

    private static final int MOST = 12;

    private final Phrases phrases;

    AffectedParts(Phrases phrases) {
        this.phrases = phrases;
    }

    /// With the state of each.
    void add(String label, List<PublicArea> areas, List<Section> sections) {
        add(label, areas, true, sections);
    }

    /// By name alone, where the state is clear.
    void addNames(String label, List<PublicArea> areas, List<Section> sections) {
        add(label, areas, false, sections);
    }

    private void add(String label, List<PublicArea> areas, boolean withState, List<Section> sections) {
        var parts = parts(areas, withState);
        if (parts.isEmpty()) {
            return;
        }
        var left = parts.size() - MOST;
        sections.add(new Section.Parts(
                phrases.get(label),
                parts.stream().limit(MOST).toList(),
                left > 0 ? phrases.count("mail.affected.more", left) : ""));
    }

    private record Line(String component, State state) {}

    private static List<Part> parts(List<PublicArea> areas, boolean withState) {
        var lines = areas.stream()
                .collect(Collectors.groupingBy(
                        area -> new Line(area.component().value(), area.state()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return lines.values().stream().map(same -> part(same, withState)).toList();
    }

    private static Part part(List<PublicArea> same, boolean withState) {
        var first = same.getFirst();
        var name = first.group().map(group -> group + " / " + first.name()).orElse(first.name());
        var everywhere = same.stream().anyMatch(area -> area.region().isEmpty());
        var where = everywhere
                ? ""
                : same.stream().map(area -> area.region().orElseThrow()).collect(Collectors.joining(", "));
        return new Part(name, where, withState ? Optional.of(first.state()) : Optional.empty());
    }
}
