package dev.allclear.store;

import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.page.Pages;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Pages as rows.
final class SqlPages implements Pages {

    static final Table<Record> PAGE = table("page");
    static final Field<PageId> ID = value("id", PageId.class, PageId::new, PageId::value);
    static final Field<Long> CATALOGUE_VERSION = number("catalogue_version");

    private static final Field<String> SLUG = text("slug");
    private static final Field<String> NAME = text("name");
    private static final Field<String> HOST = text("host");
    private static final Field<ZoneId> ZONE = value("zone", ZoneId.class, ZoneId::of, ZoneId::getId);
    private static final Field<Language> LANGUAGE = value("language", Language.class, Language::new, Language::tag);
    private static final Field<String> ACCENT = text("accent");
    private static final Field<URI> SUPPORT = value("support", URI.class, URI::create, URI::toString);
    private static final Field<Instant> CREATED_AT = instant("created_at");
    private static final Field<Long> VERSION = number("version");
    private static final Field<Long> REVISION = number("revision");

    private static final List<Field<?>> COLUMNS =
            List.of(ID, SLUG, NAME, HOST, ZONE, LANGUAGE, ACCENT, SUPPORT, CREATED_AT, VERSION);

    private final DSLContext sql;

    SqlPages(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(Page page) {
        unlessTaken(() -> sql.insertInto(PAGE)
                .set(columns(page)
                        .with(ID, page.id())
                        .with(CREATED_AT, page.createdAt())
                        .values())
                .execute());
    }

    @Override
    public void save(Page page, long version) {
        unlessTaken(() -> {
            var saved = sql.update(PAGE)
                    .set(columns(page).with(VERSION, version + 1).values())
                    .where(ID.eq(page.id()), VERSION.eq(version))
                    .execute();
            if (saved == 0) {
                throw new Refused.ChangedMeanwhile("page");
            }
        });
    }

    private static void unlessTaken(Runnable statement) {
        Violations.guarded(
                statement, () -> new Refused.Conflict("Another page has this short name or this host name."));
    }

    private static Row columns(Page page) {
        return new Row()
                .with(SLUG, page.slug())
                .with(NAME, page.name())
                .with(HOST, page.host())
                .with(ZONE, page.zone())
                .with(LANGUAGE, page.language())
                .with(ACCENT, page.accent())
                .with(SUPPORT, page.support());
    }

    @Override
    public Optional<Stored<Page>> find(PageId id) {
        return sql.select(COLUMNS).from(PAGE).where(ID.eq(id)).fetchOptional(SqlPages::page);
    }

    @Override
    public List<Stored<Page>> all() {
        return sql.select(COLUMNS).from(PAGE).orderBy(CREATED_AT, ID).fetch(SqlPages::page);
    }

    private static Stored<Page> page(Record row) {
        var page = new Page(
                row.get(ID),
                row.get(SLUG),
                row.get(NAME),
                Optional.ofNullable(row.get(HOST)),
                row.get(ZONE),
                row.get(LANGUAGE),
                row.get(ACCENT),
                Optional.ofNullable(row.get(SUPPORT)),
                row.get(CREATED_AT));
        return new Stored<>(page, row.get(VERSION));
    }

    @Override
    public long revision(PageId id) {
        return sql.select(REVISION)
                .from(PAGE)
                .where(ID.eq(id))
                .fetchOptional(REVISION)
                .orElseThrow(() -> new Refused.NotFound("page"));
    }

    void countUp(PageId id) {
        var counted = sql.update(PAGE)
                .set(REVISION, REVISION.plus(1))
                .where(ID.eq(id))
                .execute();
        if (counted == 0) {
            throw new Refused.NotFound("page");
        }
    }

    /// Nobody else changes the journal or the catalogue of this page until we are done. Weaker than FOR UPDATE, so that
    /// it does not stand in the way of rows that only refer to the page.
    static void lock(DSLContext sql, PageId page) {
        if (Columns.isPostgres(sql)) {
            sql.select(ID).from(PAGE).where(ID.eq(page)).forNoKeyUpdate().fetch();
        }
    }
}
