package dev.allclear.coach;

import dev.allclear.coach.Manuscript.Audience;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.text.ClockTime;
import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.PhraseList;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import java.util.List;
import java.util.stream.Stream;

/// A message taken apart once, for all rules.
///
/// @param language by whose rules it is read
/// @param names what the organisation calls its own products and components
public record Reading(Manuscript manuscript, String language, Prose title, Prose body, PhraseList names) {

    static Reading of(Manuscript manuscript, String language) {
        var house = manuscript.context().house();
        var names = Stream.of(
                        house.products().stream(),
                        house.brand().stream(),
                        house.components().stream().map(Context.Component::shown))
                .flatMap(it -> it)
                .toList();
        return new Reading(
                manuscript,
                language,
                Prose.of(manuscript.title()),
                Prose.of(manuscript.body()),
                PhraseBook.ofNames(names));
    }

    public Phase phase() {
        return manuscript.phase();
    }

    public Channel channel() {
        return manuscript.channel();
    }

    public boolean technical() {
        return manuscript.audience() == Audience.TECHNICAL;
    }

    public Context context() {
        return manuscript.context();
    }

    /// Title and body, as a subscriber gets both.
    public List<Prose> both() {
        return List.of(title, body);
    }

    public boolean anywhere(PhraseList list) {
        return list.in(title) || list.in(body);
    }

    public Prose prose(Field field) {
        return field == Field.TITLE ? title : body;
    }

    public Span endOfBody() {
        return new Span(body.text().length(), body.text().length());
    }

    public Stream<ClockTime> clockTimes() {
        return both().stream().flatMap(it -> it.clockTimes().stream());
    }
}
