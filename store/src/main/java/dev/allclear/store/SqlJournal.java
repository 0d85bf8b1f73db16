package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static org.jooq.impl.DSL.noCondition;

import dev.allclear.PageId;
import dev.allclear.journal.Entry;
import dev.allclear.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// The journal as rows that the database itself refuses to change.
final class SqlJournal implements Journal {

    private static final Table<Record> JOURNAL = table("journal");
    private static final Field<Long> NUMBER = number("number");
    private static final Field<Instant> AT = instant("at");
    private static final Field<String> ACTOR = text("actor");
    private static final Field<String> ACTION = text("action");
    private static final Field<String> SUBJECT = text("subject");
    private static final Field<String> DETAIL = text("detail");
    private static final Field<String> PREVIOUS = text("previous");
    private static final Field<String> HASH = text("hash");
    private static final List<Field<?>> COLUMNS =
            List.of(PAGE_ID, NUMBER, AT, ACTOR, ACTION, SUBJECT, DETAIL, PREVIOUS, HASH);

    private final DSLContext sql;

    SqlJournal(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void append(PageId page, Instant at, String actor, String action, String subject, String detail) {
        // Two that append at once would both follow the same entry.
        SqlPages.lock(sql, page);
        var last = last(page);
        var entry = Entry.after(
                last.map(Entry::hash).orElse(Entry.GENESIS),
                page,
                last.map(Entry::number).orElse(0L) + 1,
                at,
                actor,
                action,
                subject,
                detail);
        sql.insertInto(JOURNAL).set(row(entry).values()).execute();
    }

    private static Row row(Entry entry) {
        return new Row()
                .with(PAGE_ID, entry.page())
                .with(NUMBER, entry.number())
                .with(AT, entry.at())
                .with(ACTOR, entry.actor())
                .with(ACTION, entry.action())
                .with(SUBJECT, entry.subject())
                .with(DETAIL, entry.detail())
                .with(PREVIOUS, entry.previous())
                .with(HASH, entry.hash());
    }

    @Override
    public List<Entry> page(PageId page, Optional<Long> before, int limit) {
        return sql.select(COLUMNS)
                .from(JOURNAL)
                .where(PAGE_ID.eq(page), before.map(NUMBER::lt).orElse(noCondition()))
                .orderBy(NUMBER.desc())
                .limit(limit)
                .fetch(SqlJournal::entry);
    }

    @Override
    public List<Entry> from(PageId page, long number, int limit) {
        return sql.select(COLUMNS)
                .from(JOURNAL)
                .where(PAGE_ID.eq(page), NUMBER.ge(number))
                .orderBy(NUMBER)
                .limit(limit)
                .fetch(SqlJournal::entry);
    }

    @Override
    public List<Entry> about(PageId page, String subject) {
        return sql.select(COLUMNS)
                .from(JOURNAL)
                .where(PAGE_ID.eq(page), SUBJECT.eq(subject))
                .orderBy(NUMBER)
                .fetch(SqlJournal::entry);
    }

    @Override
    public Optional<Entry> last(PageId page) {
        return page(page, Optional.empty(), 1).stream().findFirst();
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(PAGE_ID),
                row.get(NUMBER),
                row.get(AT),
                row.get(ACTOR),
                row.get(ACTION),
                row.get(SUBJECT),
                row.get(DETAIL),
                row.get(PREVIOUS),
                row.get(HASH));
    }
}
