package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.Stored;
import dev.allclear.desk.console.incidents.head.Authors;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Draft;
import dev.allclear.incident.Draft.Remark;
import dev.allclear.incident.Incident;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.Optional;

/// One draft in a list.
///
/// @param kind `New incident`, `Update`, `All-clear`, `Reopening` or `Report`
/// @param incident the id of the incident that it is about; empty for a new one
public record DraftRow(
        String id,
        String kind,
        String title,
        String author,
        Instant savedAt,
        Optional<String> incident,
        Optional<Instant> waitingSince,
        Optional<Remark> remark) {

    public static DraftRow of(Tx tx, Draft draft) {
        var fields = Parameters.of(draft.fields());
        var about = draft.incident()
                .flatMap(id -> tx.incidents().find(draft.page(), id))
                .map(Stored::value);
        return new DraftRow(
                draft.id().value(),
                DraftKind.of(draft).label(),
                about.map(Incident::title).or(() -> fields.filled("title")).orElse("(no title yet)"),
                Authors.name(draft.author()),
                draft.savedAt(),
                draft.incident().map(incident -> incident.value()),
                draft.waitingSince(),
                draft.remark().map(remark -> new Remark(Authors.name(remark.by()), remark.at(), remark.text())));
    }
}
