package dev.allclear.shape;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Update;
import dev.allclear.incident.Workaround;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the message of an update, for shaping it. It sees only what the public may see, so nothing else can get into a
/// text message or onto a hotline.
public final class IncidentMessage {

    private final PublicIncident incident;
    private final PublicUpdate update;

    private IncidentMessage(PublicIncident incident, PublicUpdate update) {
        this.incident = incident;
        this.update = update;
    }

    /// @param incident as it stands with its latest update, of which the message is
    /// @param brand whose page it is
    /// @param text the update's text without Markdown
    /// @return empty for an incident that is withdrawn: that is no outage, and has no shapes
    public static Optional<Message> of(PublicIncident incident, String brand, String text, Reader reader, Links links) {
        return new IncidentMessage(incident, incident.latest()).message(brand, text, reader, links);
    }

    private Optional<Message> message(String brand, String text, Reader reader, Links links) {
        return occasion(update.kind())
                .map(occasion -> new Message(
                        occasion,
                        incident.severity(),
                        reader,
                        about(brand),
                        timing(),
                        null,
                        incident.allClear()
                                .map(answers -> ended(text, answers, reader))
                                .orElseGet(() -> words(text)),
                        links));
    }

    private static Optional<Occasion> occasion(Update.Kind kind) {
        return switch (kind) {
            case INVESTIGATING, REOPENED -> Optional.of(Occasion.INVESTIGATING);
            case IDENTIFIED -> Optional.of(Occasion.IDENTIFIED);
            case MONITORING -> Optional.of(Occasion.MONITORING);
            case RESOLVED -> Optional.of(Occasion.RESOLVED);
            case FALSE_ALARM, CANCELLED -> Optional.empty();
        };
    }

    private About about(String brand) {
        var components = incident.affected().stream()
                .map(area -> new About.Component(name(area), area.state()))
                .toList();
        return new About(brand, "", components, given(incident.scope()), List.of());
    }

    private static String name(PublicArea area) {
        return area.region().map(region -> area.name() + " " + region).orElse(area.name());
    }

    private Timing timing() {
        return new Timing(
                update.at(),
                incident.startedAt(),
                null,
                incident.endedAt().orElse(null),
                update.nextUpdateDue().orElse(null),
                promised(),
                incident.estimate().map(PublicIncident.Restoration::restoredBy).orElse(null));
    }

    /// For when the update before this one promised it.
    private @Nullable Instant promised() {
        return incident.updates().stream()
                .skip(1)
                .findFirst()
                .flatMap(PublicUpdate::nextUpdateDue)
                .orElse(null);
    }

    private Words words(String text) {
        var isOver = !incident.isOpen();
        return new Words(
                incident.title(),
                text,
                isOver ? null : impact(),
                isOver ? new Workaround.NotNeeded() : incident.workaround(),
                null,
                isOver ? given(incident.fix()) : doing(text),
                cause(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    /// Of what is over, the answers are told. What it was may be a cause or a cure: a short text tells only a cause
    /// that is certain.
    private Words ended(String text, AllClear answers, Reader reader) {
        return new Words(
                null,
                text,
                null,
                new Workaround.NotNeeded(),
                null,
                null,
                cause() instanceof RootCause.Confirmed certain ? certain : new RootCause.Unknown(),
                null,
                answers.worksAgain(),
                answers.leftovers().orElse(null),
                given(AllClearText.next(reader, update.at(), answers.next())),
                List.of(),
                null,
                null);
    }

    /// A title says what customers cannot do, where nothing else does. Both speak of the present, so an all-clear says
    /// neither.
    private String impact() {
        return incident.impact().isEmpty() ? incident.title() : incident.impact();
    }

    /// What we are doing; where that is no fact, the first thing that an update says, unless that only tells the impact
    /// again.
    private @Nullable String doing(String text) {
        if (!incident.doing().isEmpty()) {
            return incident.doing();
        }
        var first = Clauses.first(text.strip());
        var isNews = incident.updates().size() > 1 && Clauses.overlap(first, impact() + " " + incident.title()) < 0.5;
        return isNews ? given(first) : null;
    }

    private RootCause cause() {
        return incident.cause()
                .<RootCause>map(cause ->
                        cause.certain() ? new RootCause.Confirmed(cause.text()) : new RootCause.Suspected(cause.text()))
                .orElseGet(RootCause.Unknown::new);
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
