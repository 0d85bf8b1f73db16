package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.PageId;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Groups, components and regions: their columns, and how a row becomes a value and a value a row.
final class CatalogueTables {

    static final Table<Record> GROUP = table("component_group");
    static final Field<GroupId> GROUP_KEY = value("id", GroupId.class, GroupId::new, GroupId::value);
    private static final Field<GroupId> PARENT_ID = value("parent_id", GroupId.class, GroupId::new, GroupId::value);

    static final Table<Record> COMPONENT = table("component");
    static final Field<ComponentId> COMPONENT_KEY = componentId("id");
    private static final Field<GroupId> GROUP_ID = value("group_id", GroupId.class, GroupId::new, GroupId::value);
    private static final Field<LocalDate> START_DATE =
            value("start_date", LocalDate.class, LocalDate::parse, LocalDate::toString);
    private static final Field<Boolean> SHOW_UPTIME = flag("show_uptime");
    private static final Field<Boolean> RETIRED = flag("retired");

    static final Table<Record> REGION = table("region");
    static final Field<RegionId> REGION_KEY = value("id", RegionId.class, RegionId::new, RegionId::value);

    static final Table<Record> COMPONENT_REGION = table("component_region");
    static final Field<ComponentId> COMPONENT_ID = componentId("component_id");
    static final Field<RegionId> REGION_ID = value("region_id", RegionId.class, RegionId::new, RegionId::value);

    private static final Field<String> NAME = text("name");
    private static final Field<String> DESCRIPTION = text("description");
    static final Field<Integer> POSITION = count("position");
    private static final Field<Instant> CREATED_AT = instant("created_at");
    private static final Field<Instant> UPDATED_AT = instant("updated_at");

    static final List<Field<?>> GROUP_COLUMNS =
            List.of(GROUP_KEY, PARENT_ID, NAME, DESCRIPTION, POSITION, CREATED_AT, UPDATED_AT);
    static final List<Field<?>> COMPONENT_COLUMNS = List.of(
            COMPONENT_KEY,
            GROUP_ID,
            NAME,
            DESCRIPTION,
            POSITION,
            START_DATE,
            SHOW_UPTIME,
            RETIRED,
            CREATED_AT,
            UPDATED_AT);
    static final List<Field<?>> REGION_COLUMNS = List.of(REGION_KEY, NAME, POSITION);

    private CatalogueTables() {}

    private static Field<ComponentId> componentId(String name) {
        return value(name, ComponentId.class, ComponentId::new, ComponentId::value);
    }

    static Group group(Record row) {
        return new Group(
                row.get(GROUP_KEY),
                Optional.ofNullable(row.get(PARENT_ID)),
                row.get(NAME),
                row.get(DESCRIPTION),
                row.get(POSITION),
                row.get(CREATED_AT),
                row.get(UPDATED_AT));
    }

    static Row row(PageId page, Group group) {
        return new Row()
                .with(PAGE_ID, page)
                .with(GROUP_KEY, group.id())
                .with(PARENT_ID, group.parent())
                .with(NAME, group.name())
                .with(DESCRIPTION, group.description())
                .with(POSITION, group.position())
                .with(CREATED_AT, group.createdAt())
                .with(UPDATED_AT, group.updatedAt());
    }

    static Component component(Record row, List<RegionId> regions) {
        return new Component(
                row.get(COMPONENT_KEY),
                Optional.ofNullable(row.get(GROUP_ID)),
                row.get(NAME),
                row.get(DESCRIPTION),
                row.get(POSITION),
                regions,
                row.get(START_DATE),
                row.get(SHOW_UPTIME),
                row.get(RETIRED),
                row.get(CREATED_AT),
                row.get(UPDATED_AT));
    }

    static Row row(PageId page, Component component) {
        return new Row()
                .with(PAGE_ID, page)
                .with(COMPONENT_KEY, component.id())
                .with(GROUP_ID, component.group())
                .with(NAME, component.name())
                .with(DESCRIPTION, component.description())
                .with(POSITION, component.position())
                .with(START_DATE, component.startDate())
                .with(SHOW_UPTIME, component.showUptime())
                .with(RETIRED, component.retired())
                .with(CREATED_AT, component.createdAt())
                .with(UPDATED_AT, component.updatedAt());
    }

    static Region region(Record row) {
        return new Region(row.get(REGION_KEY), row.get(NAME), row.get(POSITION));
    }

    static Row row(PageId page, Region region) {
        return new Row()
                .with(PAGE_ID, page)
                .with(REGION_KEY, region.id())
                .with(NAME, region.name())
                .with(POSITION, region.position());
    }
}
