package dev.allclear.store;

import static dev.allclear.store.CatalogueTables.COMPONENT;
import static dev.allclear.store.CatalogueTables.COMPONENT_COLUMNS;
import static dev.allclear.store.CatalogueTables.COMPONENT_ID;
import static dev.allclear.store.CatalogueTables.COMPONENT_KEY;
import static dev.allclear.store.CatalogueTables.COMPONENT_REGION;
import static dev.allclear.store.CatalogueTables.GROUP;
import static dev.allclear.store.CatalogueTables.GROUP_COLUMNS;
import static dev.allclear.store.CatalogueTables.GROUP_KEY;
import static dev.allclear.store.CatalogueTables.POSITION;
import static dev.allclear.store.CatalogueTables.REGION;
import static dev.allclear.store.CatalogueTables.REGION_COLUMNS;
import static dev.allclear.store.CatalogueTables.REGION_ID;
import static dev.allclear.store.CatalogueTables.REGION_KEY;
import static dev.allclear.store.Columns.PAGE_ID;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Catalogues;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Catalogues as rows of groups, components and regions, under one version on the page.
final class SqlCatalogues implements Catalogues {

    private final DSLContext sql;

    SqlCatalogues(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Stored<Catalogue> of(PageId page) {
        var version = version(page);
        while (true) {
            var catalogue = read(page);
            var versionAfter = version(page);
            // On PostgreSQL each query of a writing transaction sees what is committed by then: if somebody committed
            // in between, we hold halves of two catalogues and look again.
            if (versionAfter == version) {
                return new Stored<>(catalogue, version);
            }
            version = versionAfter;
        }
    }

    private long version(PageId page) {
        return sql.select(SqlPages.CATALOGUE_VERSION)
                .from(SqlPages.PAGE)
                .where(SqlPages.ID.eq(page))
                .fetchOptional(SqlPages.CATALOGUE_VERSION)
                .orElseThrow(() -> new Refused.NotFound("page"));
    }

    private Catalogue read(PageId page) {
        var regionsOf = sql.select(COMPONENT_ID, REGION_ID)
                .from(COMPONENT_REGION)
                .where(PAGE_ID.eq(page))
                .orderBy(COMPONENT_ID, POSITION)
                .fetchGroups(COMPONENT_ID, REGION_ID);
        var components = sql.select(COMPONENT_COLUMNS)
                .from(COMPONENT)
                .where(PAGE_ID.eq(page))
                .fetch(row ->
                        CatalogueTables.component(row, regionsOf.getOrDefault(row.get(COMPONENT_KEY), List.of())));
        var groups =
                sql.select(GROUP_COLUMNS).from(GROUP).where(PAGE_ID.eq(page)).fetch(CatalogueTables::group);
        var regions =
                sql.select(REGION_COLUMNS).from(REGION).where(PAGE_ID.eq(page)).fetch(CatalogueTables::region);
        return new Catalogue(groups, components, regions);
    }

    @Override
    public void save(PageId page, Catalogue next, long version) {
        var counted = sql.update(SqlPages.PAGE)
                .set(SqlPages.CATALOGUE_VERSION, version + 1)
                .where(SqlPages.ID.eq(page), SqlPages.CATALOGUE_VERSION.eq(version))
                .execute();
        if (counted == 0) {
            throw new Refused.ChangedMeanwhile("list of components");
        }
        var before = read(page);
        refuseToForget(page, before, next);
        // References between these tables are checked at the commit, so their order does not matter.
        replace(
                page,
                GROUP,
                GROUP_KEY,
                before.groups(),
                next.groups(),
                Group::id,
                group -> CatalogueTables.row(page, group));
        replace(
                page,
                REGION,
                REGION_KEY,
                before.regions(),
                next.regions(),
                Region::id,
                region -> CatalogueTables.row(page, region));
        replace(
                page,
                COMPONENT,
                COMPONENT_KEY,
                before.components(),
                next.components(),
                Component::id,
                component -> CatalogueTables.row(page, component));
        replaceRegions(page, before, next);
    }

    /// What the history names must keep its name.
    private void refuseToForget(PageId page, Catalogue before, Catalogue next) {
        var named = new AreaRows(sql);
        for (var component : before.components()) {
            if (next.component(component.id()).isEmpty() && named.speakOf(page, component.id())) {
                throw new Refused.Conflict(
                        component.name() + " is part of the history: retire it instead of removing it.");
            }
        }
        for (var region : before.regions()) {
            if (next.region(region.id()).isEmpty() && named.speakOf(page, region.id())) {
                throw new Refused.Conflict(region.name() + " is part of the history and can't be removed.");
            }
        }
    }

    private <I, T> void replace(
            PageId page,
            Table<Record> table,
            Field<I> key,
            Collection<T> before,
            Collection<T> next,
            Function<T, I> id,
            Function<T, Row> row) {
        Map<I, T> gone = new LinkedHashMap<>();
        before.forEach(one -> gone.put(id.apply(one), one));
        var added = new ArrayList<Row>();
        for (var one : next) {
            var former = gone.remove(id.apply(one));
            if (former == null) {
                added.add(row.apply(one));
            } else if (!former.equals(one)) {
                sql.update(table)
                        .set(row.apply(one).values())
                        .where(PAGE_ID.eq(page), key.eq(id.apply(one)))
                        .execute();
            }
        }
        sql.deleteFrom(table).where(PAGE_ID.eq(page), key.in(gone.keySet())).execute();
        Rows.insert(sql, table, added);
    }

    private void replaceRegions(PageId page, Catalogue before, Catalogue next) {
        for (var component : next.components()) {
            var former =
                    before.component(component.id()).map(Component::regions).orElse(List.of());
            if (!former.equals(component.regions())) {
                sql.deleteFrom(COMPONENT_REGION)
                        .where(PAGE_ID.eq(page), COMPONENT_ID.eq(component.id()))
                        .execute();
                var rows = new ArrayList<Row>();
                for (var region : component.regions()) {
                    rows.add(new Row()
                            .with(PAGE_ID, page)
                            .with(COMPONENT_ID, component.id())
                            .with(REGION_ID, region)
                            .with(POSITION, rows.size()));
                }
                Rows.insert(sql, COMPONENT_REGION, rows);
            }
        }
    }
}
