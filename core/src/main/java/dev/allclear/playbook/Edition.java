package dev.allclear.playbook;

import dev.allclear.language.Language;
import java.time.Instant;
import java.util.Optional;

/// One version of a playbook of the company's own. Versions are never changed, only followed by others.
///
/// @param number from 1
/// @param text as [PlaybookReader] reads it; empty where it was taken away
public record Edition(Slug slug, Language language, long number, Optional<String> text, String author, Instant at) {

    /// What it says; empty where it was taken away.
    public Optional<Playbook> playbook() {
        return text.flatMap(written -> switch (PlaybookReader.read(slug, language, written)) {
            case Reading.Understood(var playbook) -> Optional.of(playbook);
            // Nothing unclear is ever kept; what a later format no longer understands is as good as gone.
            case Reading.Unclear _ -> Optional.empty();
        });
    }
}
