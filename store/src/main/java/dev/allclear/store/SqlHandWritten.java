package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.UpdateRows.INCIDENT_ID;

import dev.allclear.PageId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.shape.Copy;
import dev.allclear.shape.HandWritten;
import dev.allclear.shape.Shape;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// A row for each shape of an update that somebody wrote by hand.
final class SqlHandWritten implements HandWritten {

    private static final Table<Record> UPDATE_SHAPE = table("update_shape");
    private static final Field<UpdateId> UPDATE_ID = value("update_id", UpdateId.class, UpdateId::new, UpdateId::value);
    private static final Field<Shape> SHAPE = oneOf("shape", Shape.class);
    private static final Field<String> HEADLINE = text("headline");
    private static final Field<String> BODY = text("body");
    private static final Field<String> AUTHOR = text("author");

    private final DSLContext sql;

    SqlHandWritten(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(PageId page, IncidentId incident, UpdateId update, Map<Shape, Copy> own, String author) {
        Rows.insert(
                sql,
                UPDATE_SHAPE,
                own.entrySet().stream()
                        .map(entry -> new Row()
                                .with(PAGE_ID, page)
                                .with(INCIDENT_ID, incident)
                                .with(UPDATE_ID, update)
                                .with(SHAPE, entry.getKey())
                                .with(HEADLINE, entry.getValue().headline())
                                .with(BODY, entry.getValue().body())
                                .with(AUTHOR, author))
                        .toList());
    }

    @Override
    public Map<UpdateId, Map<Shape, Copy>> of(PageId page, IncidentId incident) {
        var all = new HashMap<UpdateId, Map<Shape, Copy>>();
        sql.select(UPDATE_ID, SHAPE, HEADLINE, BODY)
                .from(UPDATE_SHAPE)
                .where(PAGE_ID.eq(page), INCIDENT_ID.eq(incident))
                .forEach(row -> all.computeIfAbsent(row.get(UPDATE_ID), _ -> new EnumMap<>(Shape.class))
                        .put(row.get(SHAPE), new Copy(row.get(HEADLINE), row.get(BODY))));
        return all;
    }
}
