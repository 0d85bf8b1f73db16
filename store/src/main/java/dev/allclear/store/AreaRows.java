package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;

import dev.allclear.PageId;
import dev.allclear.status.Area;
import dev.allclear.status.ComponentId;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Areas as they stand in rows: a component, and a region or '' for the whole component, so that both can be in a key.
final class AreaRows {

    static final Table<Record> INCIDENT_AREA = table("incident_area");
    static final Table<Record> MAINTENANCE_AREA = table("maintenance_area");
    static final Field<ComponentId> COMPONENT_ID = CatalogueTables.COMPONENT_ID;
    static final Field<String> REGION_OR_WHOLE = text("region_id");
    static final Field<State> STATE = oneOf("state", State.class);

    private static final String WHOLE = "";

    private final DSLContext sql;

    AreaRows(DSLContext sql) {
        this.sql = sql;
    }

    static Area area(Record row) {
        var region = row.get(REGION_OR_WHOLE);
        return new Area(
                row.get(COMPONENT_ID), region.equals(WHOLE) ? Optional.empty() : Optional.of(new RegionId(region)));
    }

    static Row row(Area area) {
        return new Row()
                .with(COMPONENT_ID, area.component())
                .with(REGION_OR_WHOLE, area.region().map(RegionId::value).orElse(WHOLE));
    }

    /// Does any incident or maintenance name the component?
    boolean speakOf(PageId page, ComponentId component) {
        var names = PAGE_ID.eq(page).and(COMPONENT_ID.eq(component));
        return sql.fetchExists(INCIDENT_AREA, names) || sql.fetchExists(MAINTENANCE_AREA, names);
    }

    boolean speakOf(PageId page, RegionId region) {
        var names = PAGE_ID.eq(page).and(REGION_OR_WHOLE.eq(region.value()));
        return sql.fetchExists(INCIDENT_AREA, names) || sql.fetchExists(MAINTENANCE_AREA, names);
    }
}
