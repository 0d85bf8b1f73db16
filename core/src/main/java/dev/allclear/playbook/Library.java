package dev.allclear.playbook;

import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All playbooks at hand, in all languages: those that ship with the product, with the owner's own in their place.
public final class Library {

    private static final Library SHIPPED = new Library(Shipped.all());

    private final List<Playbook> all;

    private Library(List<Playbook> all) {
        this.all = List.copyOf(all);
    }

    public static Library shipped() {
        return SHIPPED;
    }

    /// With one more, or with another one in place of what had its name and language.
    public Library with(Playbook playbook) {
        var next = new ArrayList<>(all);
        var place = 0;
        while (place < next.size() && !same(next.get(place), playbook)) {
            place++;
        }
        if (place < next.size()) {
            next.set(place, playbook);
        } else {
            next.add(playbook);
        }
        return new Library(next);
    }

    public List<Playbook> all() {
        return all;
    }

    public List<Playbook> in(Language language) {
        return all.stream()
                .filter(playbook -> playbook.language().equals(language))
                .toList();
    }

    public Optional<Playbook> find(Slug slug, Language language) {
        return in(language).stream()
                .filter(playbook -> playbook.slug().equals(slug))
                .findFirst();
    }

    /// Those in which every word of the query occurs, the most fitting first; all when nothing is asked.
    public List<Playbook> search(Language language, String query) {
        return sorted(
                in(language).stream()
                        .filter(playbook -> Relevance.matches(playbook, query))
                        .toList(),
                query,
                Optional.empty());
    }

    /// All of the language for "break the glass", the most fitting first.
    ///
    /// @param components names of the components that were chosen
    /// @param severity if it was chosen already
    /// @param words whatever was typed so far, may be empty
    public List<Playbook> fitting(
            Language language, Collection<String> components, Optional<Severity> severity, String words) {
        return sorted(in(language), words + " " + String.join(" ", components), severity);
    }

    private static List<Playbook> sorted(List<Playbook> playbooks, String words, Optional<Severity> severity) {
        return playbooks.stream()
                .sorted(Comparator.comparingInt((Playbook playbook) -> Relevance.of(playbook, words, severity))
                        .reversed())
                .toList();
    }

    private static boolean same(Playbook one, Playbook other) {
        return one.slug().equals(other.slug()) && one.language().equals(other.language());
    }
}
