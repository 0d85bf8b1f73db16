package dev.allclear.desk.console.rehearsals;

import dev.allclear.coach.Finding;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.incidents.head.Authors;
import dev.allclear.desk.web.Ask;
import dev.allclear.page.Visibility;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.rehearsal.Score;
import dev.allclear.shape.Copy;
import dev.allclear.shape.IncidentMessage;
import dev.allclear.shape.Links;
import dev.allclear.shape.Message;
import dev.allclear.shape.Reader;
import dev.allclear.shape.Shape;
import dev.allclear.shape.Shapes;
import dev.allclear.status.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows what lies in the sink: every message of a rehearsal, as each channel would have carried it.
record Sinks(Room room) {

    /// Newest first.
    List<Sunk> of(Ask ask, Rehearsal rehearsal, Score score) {
        var catalogue = room.doors().catalogue().look(ask.page().id()).value();
        var all = new ArrayList<Sunk>();
        for (var number = 0; number < rehearsal.lines().size(); number++) {
            var line = rehearsal.lines().get(number);
            var until = rehearsal.upTo(number + 1);
            all.add(new Sunk(
                    line.occasion().heading(),
                    line.at(),
                    Authors.name(line.author()),
                    rehearsal.lines().getFirst().title(),
                    SafeHtml.of(room.markdown(), line.text()),
                    channels(ask, until, catalogue),
                    score.findings().get(number).stream().map(Sinks::note).toList()));
        }
        return all.reversed();
    }

    private List<Sunk.Carried> channels(Ask ask, Rehearsal until, Catalogue catalogue) {
        return message(ask, until, catalogue).map(Shapes::of).stream()
                .flatMap(shapes -> Arrays.stream(Shape.values())
                        .flatMap(shape -> shapes.copy(shape).stream().map(copy -> carried(shape, copy))))
                .toList();
    }

    private Optional<Message> message(Ask ask, Rehearsal until, Catalogue catalogue) {
        var site = room.links().base(ask.page(), ask.isDefaultPage()).toString();
        return until.incident()
                .flatMap(incident -> IncidentMessage.of(
                        new Visibility(catalogue, List.of(), incident.latest().at()).incident(incident),
                        ask.page().name(),
                        room.markdown().text(incident.latest().text()),
                        Reader.of(ask.page()),
                        new Links(site, site)));
    }

    private static Sunk.Carried carried(Shape shape, Copy copy) {
        return new Sunk.Carried(
                name(shape), copy.headline(), copy.body().lines().toList());
    }

    private static String name(Shape shape) {
        return switch (shape) {
            case STATUS_PAGE -> "Page";
            case EMAIL -> "Mail";
            case SMS -> "Text message";
            case SHORT_POST -> "Short post";
            case X -> "X";
            case BLUESKY -> "Bluesky";
            case MASTODON -> "Mastodon";
            case CHAT -> "Chat";
            case VOICE -> "Hotline";
        };
    }

    private static Sunk.Note note(Finding finding) {
        return new Sunk.Note(finding.weight().name().toLowerCase(Locale.ROOT), finding.why(), finding.repair());
    }
}
