package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.UpdateRows.INCIDENT_ID;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.incident.IncidentId;
import dev.allclear.language.Language;
import dev.allclear.playbook.Edition;
import dev.allclear.playbook.Playbooks;
import dev.allclear.playbook.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Playbooks as rows: one for each version of each, and one for each incident that came from one.
final class SqlPlaybooks implements Playbooks {

    private static final Table<Record> EDITION = table("playbook_edition");
    private static final Field<Slug> SLUG = value("slug", Slug.class, Slug::new, Slug::value);
    private static final Field<Language> LANGUAGE = value("language", Language.class, Language::new, Language::tag);
    private static final Field<Long> NUMBER = number("number");
    private static final Field<String> TEXT = text("text");
    private static final Field<String> AUTHOR = text("author");
    private static final Field<Instant> AT = instant("at");
    private static final List<Field<?>> COLUMNS = List.of(SLUG, LANGUAGE, NUMBER, TEXT, AUTHOR, AT);

    private static final Table<Record> FOLLOWED = table("incident_playbook");

    private final DSLContext sql;

    SqlPlaybooks(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Edition> newest(PageId page) {
        var later = EDITION.as("later");
        return sql.select(COLUMNS)
                .from(EDITION)
                .where(PAGE_ID.eq(page))
                .andNotExists(DSL.selectOne()
                        .from(later)
                        .where(
                                within("later", PAGE_ID).eq(page),
                                within("later", SLUG).eq(within("playbook_edition", SLUG)),
                                within("later", LANGUAGE).eq(within("playbook_edition", LANGUAGE)),
                                within("later", NUMBER).gt(within("playbook_edition", NUMBER))))
                .orderBy(SLUG, LANGUAGE)
                .fetch(SqlPlaybooks::edition);
    }

    @Override
    public List<Edition> editions(PageId page, Slug slug, Language language) {
        return sql.select(COLUMNS)
                .from(EDITION)
                .where(PAGE_ID.eq(page), SLUG.eq(slug), LANGUAGE.eq(language))
                .orderBy(NUMBER.desc())
                .fetch(SqlPlaybooks::edition);
    }

    @Override
    public void add(PageId page, Edition edition) {
        var row = new Row()
                .with(PAGE_ID, page)
                .with(SLUG, edition.slug())
                .with(LANGUAGE, edition.language())
                .with(NUMBER, edition.number())
                .with(TEXT, edition.text())
                .with(AUTHOR, edition.author())
                .with(AT, edition.at())
                .values();
        var added = sql.insertInto(EDITION).set(row).onConflictDoNothing().execute();
        if (added == 0) {
            throw new Refused.ChangedMeanwhile("playbook");
        }
    }

    @Override
    public void follow(PageId page, IncidentId incident, Slug slug) {
        var row = new Row()
                .with(PAGE_ID, page)
                .with(INCIDENT_ID, incident)
                .with(SLUG, slug)
                .values();
        sql.insertInto(FOLLOWED)
                .set(row)
                .onConflict(PAGE_ID, INCIDENT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    @Override
    public Optional<Slug> followed(PageId page, IncidentId incident) {
        return sql.select(SLUG)
                .from(FOLLOWED)
                .where(PAGE_ID.eq(page), INCIDENT_ID.eq(incident))
                .fetchOptional(SLUG);
    }

    private static Edition edition(Record row) {
        return new Edition(
                row.get(SLUG),
                row.get(LANGUAGE),
                row.get(NUMBER),
                Optional.ofNullable(row.get(TEXT)),
                row.get(AUTHOR),
                row.get(AT));
    }
}
