package dev.allclear.store;

import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.duration;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Move;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// What was said about planned work, as it stands in rows.
final class NoticeRows {

    static final Table<Record> NOTICE = table("maintenance_notice");
    static final Field<MaintenanceId> MAINTENANCE_ID =
            value("maintenance_id", MaintenanceId.class, MaintenanceId::new, MaintenanceId::value);
    static final Field<Integer> POSITION = count("position");
    private static final Field<NoticeId> ID = value("id", NoticeId.class, NoticeId::new, NoticeId::value);
    private static final Field<Notice.Kind> KIND = oneOf("kind", Notice.Kind.class);
    private static final Field<String> TEXT = text("text");
    private static final Field<Instant> AT = instant("at");
    private static final Field<String> AUTHOR = text("author");
    private static final Field<Instant> OLD_START = instant("old_start");
    private static final Field<Instant> OLD_END = instant("old_end");
    private static final Field<Instant> NEW_START = instant("new_start");
    private static final Field<Instant> NEW_END = instant("new_end");
    private static final Field<Duration> RUNG = duration("rung");

    static final List<Field<?>> COLUMNS =
            List.of(MAINTENANCE_ID, ID, KIND, TEXT, AT, AUTHOR, OLD_START, OLD_END, NEW_START, NEW_END, RUNG);

    private NoticeRows() {}

    static Row row(Notice notice) {
        return new Row()
                .with(ID, notice.id())
                .with(KIND, notice.kind())
                .with(TEXT, notice.text())
                .with(AT, notice.at())
                .with(AUTHOR, notice.author())
                .with(OLD_START, notice.move().map(move -> move.before().start()))
                .with(OLD_END, notice.move().map(move -> move.before().end()))
                .with(NEW_START, notice.move().map(move -> move.after().start()))
                .with(NEW_END, notice.move().map(move -> move.after().end()))
                .with(RUNG, notice.rung().map(Rung::ahead));
    }

    static Notice notice(Record row) {
        var move = Optional.ofNullable(row.get(NEW_END))
                .map(end -> new Move(
                        new Window(row.get(OLD_START), row.get(OLD_END)), new Window(row.get(NEW_START), end)));
        return new Notice(
                row.get(ID),
                row.get(KIND),
                row.get(TEXT),
                row.get(AT),
                row.get(AUTHOR),
                move,
                Optional.ofNullable(row.get(RUNG)).map(Rung::new));
    }
}
