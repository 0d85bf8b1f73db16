package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.UpdateRows.INCIDENT_ID;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.allclear.PageId;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.Drafts;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Drafts as rows. What was typed is kept as a browser would send it, since nobody but the form will ever read it.
final class SqlDrafts implements Drafts {

    private static final Table<Record> DRAFT = table("draft");
    private static final Field<DraftId> ID = value("id", DraftId.class, DraftId::new, DraftId::value);
    private static final Field<String> FIELDS = text("fields");
    private static final Field<String> AUTHOR = text("author");
    private static final Field<Instant> SAVED_AT = instant("saved_at");
    private static final Field<Instant> WAITING_SINCE = instant("waiting_since");
    private static final Field<String> REMARK = text("remark");
    private static final Field<String> REMARK_BY = text("remark_by");
    private static final Field<Instant> REMARK_AT = instant("remark_at");
    private static final List<Field<?>> COLUMNS =
            List.of(PAGE_ID, ID, INCIDENT_ID, FIELDS, AUTHOR, SAVED_AT, WAITING_SINCE, REMARK, REMARK_BY, REMARK_AT);

    private final DSLContext sql;

    SqlDrafts(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void save(Draft draft) {
        var row = new Row()
                .with(PAGE_ID, draft.page())
                .with(ID, draft.id())
                .with(INCIDENT_ID, draft.incident())
                .with(FIELDS, encoded(draft.fields()))
                .with(AUTHOR, draft.author())
                .with(SAVED_AT, draft.savedAt())
                .with(WAITING_SINCE, draft.waitingSince())
                .with(REMARK, draft.remark().map(Draft.Remark::text))
                .with(REMARK_BY, draft.remark().map(Draft.Remark::by))
                .with(REMARK_AT, draft.remark().map(Draft.Remark::at))
                .values();
        sql.insertInto(DRAFT)
                .set(row)
                .onConflict(PAGE_ID, ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    @Override
    public Optional<Draft> find(PageId page, DraftId id) {
        return sql.select(COLUMNS)
                .from(DRAFT)
                .where(PAGE_ID.eq(page), ID.eq(id))
                .fetchOptional(SqlDrafts::draft);
    }

    @Override
    public List<Draft> all(PageId page) {
        return sql.select(COLUMNS)
                .from(DRAFT)
                .where(PAGE_ID.eq(page))
                .orderBy(SAVED_AT.desc(), ID.desc())
                .fetch(SqlDrafts::draft);
    }

    @Override
    public void remove(PageId page, DraftId id) {
        sql.deleteFrom(DRAFT).where(PAGE_ID.eq(page), ID.eq(id)).execute();
    }

    private static Draft draft(Record row) {
        return new Draft(
                row.get(ID),
                row.get(PAGE_ID),
                Optional.ofNullable(row.get(INCIDENT_ID)),
                decoded(row.get(FIELDS)),
                row.get(AUTHOR),
                row.get(SAVED_AT),
                Optional.ofNullable(row.get(WAITING_SINCE)),
                Optional.ofNullable(row.get(REMARK))
                        .map(text -> new Draft.Remark(row.get(REMARK_BY), row.get(REMARK_AT), text)));
    }

    private static String encoded(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(typed -> encoded(field.getKey()) + "=" + encoded(typed)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(Columns.whole(typed), UTF_8);
    }

    private static Map<String, List<String>> decoded(String form) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : form.isEmpty() ? new String[0] : form.split("&", -1)) {
            var equals = pair.indexOf('=');
            fields.computeIfAbsent(URLDecoder.decode(pair.substring(0, equals), UTF_8), _ -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return fields;
    }
}
