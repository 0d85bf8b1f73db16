package dev.allclear.desk.console.audience;

import dev.allclear.audience.Pause;
import dev.allclear.audience.Tag;
import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Frame;
import dev.allclear.language.Languages;
import dev.allclear.operation.AudienceDesk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Everything that we know of one person, to be handed to them.
///
/// @param choice what they hear of, in words
public record DataView(Frame frame, AudienceDesk.Dossier dossier, Standings standing, String choice) {

    public String address() {
        return dossier.subscriber().address().value();
    }

    public String path() {
        return "/desk/subscribers/" + dossier.subscriber().id().value();
    }

    public String language() {
        return Languages.phrases(dossier.subscriber().language()).get("language.name");
    }

    public String zone() {
        return dossier.subscriber().zone().map(ZoneId::getId).orElse("The page’s");
    }

    public String tags() {
        return dossier.subscriber().tags().isEmpty()
                ? "None"
                : dossier.subscriber().tags().stream().sorted().map(Tag::word).collect(Collectors.joining(", "));
    }

    public boolean isPaused() {
        return standing.key().equals("paused");
    }

    public Optional<Instant> pausedUntil() {
        return dossier.subscriber().pause().flatMap(Pause::until);
    }

    public List<Column> sentColumns() {
        return List.of(
                Column.of("About"), Column.of("State"), new Column("Announced", "opt"), new Column("Went to", "opt"));
    }

    public List<Column> journalColumns() {
        return List.of(Column.of("What"), Column.of("When"), new Column("By", "opt"));
    }
}
