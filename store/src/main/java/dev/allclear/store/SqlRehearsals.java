package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.language.Language;
import dev.allclear.playbook.Slug;
import dev.allclear.rehearsal.Line;
import dev.allclear.rehearsal.Pace;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.rehearsal.RehearsalId;
import dev.allclear.rehearsal.Rehearsals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Rehearsals as rows: one for each, and one for each of its lines.
final class SqlRehearsals implements Rehearsals {

    private static final Table<Record> REHEARSAL = table("rehearsal");
    private static final Field<RehearsalId> ID = value("id", RehearsalId.class, RehearsalId::new, RehearsalId::value);
    private static final Field<Slug> SLUG = value("slug", Slug.class, Slug::new, Slug::value);
    private static final Field<Language> LANGUAGE = value("language", Language.class, Language::new, Language::tag);
    private static final Field<Pace> PACE = oneOf("pace", Pace.class);
    private static final Field<Boolean> SCENARIO = flag("scenario");
    private static final Field<String> STARTED_BY = text("started_by");
    private static final Field<Instant> STARTED_AT = instant("started_at");
    private static final Field<Instant> ENDED_AT = instant("ended_at");
    private static final Field<Long> VERSION = number("version");
    private static final List<Field<?>> COLUMNS =
            List.of(PAGE_ID, ID, SLUG, LANGUAGE, PACE, SCENARIO, STARTED_BY, STARTED_AT, ENDED_AT, VERSION);

    private final DSLContext sql;
    private final LineRows lines;

    SqlRehearsals(DSLContext sql) {
        this.sql = sql;
        this.lines = new LineRows(sql);
    }

    @Override
    public void add(Rehearsal rehearsal) {
        var row = new Row()
                .with(PAGE_ID, rehearsal.page())
                .with(ID, rehearsal.id())
                .with(SLUG, rehearsal.playbook())
                .with(LANGUAGE, rehearsal.language())
                .with(PACE, rehearsal.pace())
                .with(SCENARIO, rehearsal.scenario())
                .with(STARTED_BY, rehearsal.startedBy())
                .with(STARTED_AT, rehearsal.startedAt())
                .with(ENDED_AT, rehearsal.endedAt())
                .with(VERSION, 1L)
                .values();
        sql.insertInto(REHEARSAL).set(row).execute();
        lines.append(rehearsal, 0);
    }

    @Override
    public void save(Rehearsal rehearsal, long version) {
        var row = new Row()
                .with(ENDED_AT, rehearsal.endedAt())
                .with(VERSION, version + 1)
                .values();
        var saved = sql.update(REHEARSAL)
                .set(row)
                .where(PAGE_ID.eq(rehearsal.page()), ID.eq(rehearsal.id()), VERSION.eq(version))
                .execute();
        if (saved == 0) {
            throw new Refused.ChangedMeanwhile("rehearsal");
        }
        lines.append(rehearsal, lines.known(rehearsal.page(), rehearsal.id()));
    }

    @Override
    public Optional<Stored<Rehearsal>> find(PageId page, RehearsalId id) {
        return sql.select(COLUMNS)
                .from(REHEARSAL)
                .where(PAGE_ID.eq(page), ID.eq(id))
                .fetchOptional(row -> stored(row, lines.of(page, id)));
    }

    @Override
    public List<Stored<Rehearsal>> recent(PageId page, int limit) {
        return sql
                .select(COLUMNS)
                .from(REHEARSAL)
                .where(PAGE_ID.eq(page))
                .orderBy(STARTED_AT.desc(), ID.desc())
                .limit(limit)
                .fetch()
                .stream()
                .map(row -> stored(row, lines.of(page, row.get(ID))))
                .toList();
    }

    private static Stored<Rehearsal> stored(Record row, List<Line> lines) {
        return new Stored<>(
                new Rehearsal(
                        row.get(ID),
                        row.get(PAGE_ID),
                        row.get(SLUG),
                        row.get(LANGUAGE),
                        row.get(PACE),
                        row.get(SCENARIO),
                        row.get(STARTED_BY),
                        row.get(STARTED_AT),
                        Optional.ofNullable(row.get(ENDED_AT)),
                        lines),
                row.get(VERSION));
    }
}
