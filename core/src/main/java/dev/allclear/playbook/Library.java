package dev.allclear.playbook;

import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All playbooks at hand, in all languages: those that ship with the product, with the owner's own in their place.
public final class Library {

    private static final Library SHIPPED =
            new Library(Shipped.all().stream().map(Relevance::of).toList());

    private final List<Relevance> entries;

    private Library(List<Relevance> entries) {
        this.entries = List.copyOf(entries);
    }

    public static Library shipped() {
        return SHIPPED;
    }

    /// What a page has at hand.
    ///
    /// @param own the newest versions of its own
    public static Library withOwn(Collection<Edition> own) {
        var library = SHIPPED;
        for (var playbook :
                own.stream().flatMap(edition -> edition.playbook().stream()).toList()) {
            library = library.with(playbook);
        }
        return library;
    }

    /// With one more, or with another one in place of what had its slug and language.
    public Library with(Playbook playbook) {
        var next = new ArrayList<>(entries);
        var former = find(playbook.slug(), playbook.language());
        if (former.isEmpty()) {
            next.add(Relevance.of(playbook));
        } else {
            next.set(all().indexOf(former.get()), Relevance.of(playbook));
        }
        return new Library(next);
    }

    public List<Playbook> all() {
        return entries.stream().map(Relevance::playbook).toList();
    }

    public List<Playbook> in(Language language) {
        return entriesIn(language).map(Relevance::playbook).toList();
    }

    public Optional<Playbook> find(Slug slug, Language language) {
        return in(language).stream()
                .filter(playbook -> playbook.slug().equals(slug))
                .findFirst();
    }

    /// In that language, else in English, else in whichever there is.
    public Optional<Playbook> nearest(Slug slug, Language language) {
        return find(slug, language)
                .or(() -> find(slug, Language.ENGLISH))
                .or(() -> all().stream()
                        .filter(playbook -> playbook.slug().equals(slug))
                        .findFirst());
    }

    /// Those in which every word of the query occurs, the most fitting first; all when nothing is asked.
    public List<Playbook> search(Language language, String query) {
        var words = Relevance.apart(query);
        return sorted(entriesIn(language).filter(entry -> entry.matches(words)), words, Optional.empty());
    }

    /// All of the language for "break the glass", the most fitting first.
    ///
    /// @param components names of the components that were chosen
    /// @param severity if it was chosen already
    /// @param words whatever was typed so far, may be empty
    public List<Playbook> fitting(
            Language language, Collection<String> components, Optional<Severity> severity, String words) {
        var said = Relevance.apart(words + " " + String.join(" ", components));
        return sorted(entriesIn(language), said, severity);
    }

    private Stream<Relevance> entriesIn(Language language) {
        return entries.stream().filter(entry -> entry.playbook().language().equals(language));
    }

    /// Equally fitting ones keep the order in which they ship.
    private static List<Playbook> sorted(Stream<Relevance> entries, List<String> words, Optional<Severity> severity) {
        return entries.sorted(Comparator.comparingInt((Relevance entry) -> -entry.score(words, severity)))
                .map(Relevance::playbook)
                .toList();
    }
}
