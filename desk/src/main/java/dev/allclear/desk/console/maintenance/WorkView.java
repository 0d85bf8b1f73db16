package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import dev.allclear.maintenance.Ending;
import dev.allclear.maintenance.Maintenance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One planned work.
///
/// @param once this form's own id, by which a repeat is known
/// @param steps what can be said now; empty when it is over
/// @param preview of what is being said; empty when nothing can be
/// @param foresight what follows by itself
/// @param said oldest last
/// @param series where it is one of several
public record WorkView(
        Frame frame,
        Maintenance work,
        Form form,
        String once,
        String areas,
        List<Option> steps,
        Optional<Preview> preview,
        boolean mayChange,
        Foresight foresight,
        List<Said> said,
        Optional<Series> series) {

    /// @param html of the words, from our Markdown
    /// @param announcement where one sees who got it
    public record Said(String label, Instant at, String author, String html, Optional<String> announcement) {}

    /// Whether another time can be named.
    public boolean mayMove() {
        return Step.of(work).stream().anyMatch(Step::moves);
    }

    public Optional<Ending> ending() {
        return Ending.of(work);
    }

    public Phases phase() {
        return Phases.of(work);
    }

    public String path() {
        return "/desk/maintenance/" + work.id().value();
    }
}
