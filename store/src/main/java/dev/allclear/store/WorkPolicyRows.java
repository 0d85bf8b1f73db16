package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.duration;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Counted.VERSION;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.WorkPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// The policy for planned work as rows: one for the page, and more for its rungs and blackouts.
final class WorkPolicyRows {

    private static final Table<Record> POLICY = table("work_policy");
    private static final Field<Duration> LEAST_NOTICE = duration("least_notice");
    private static final Field<Duration> CHECK_IN_FROM = duration("check_in_from");

    private static final Table<Record> RUNG = table("work_policy_rung");
    private static final Field<Duration> AHEAD = duration("ahead");

    private static final Table<Record> BLACKOUT = table("work_policy_blackout");
    private static final Field<Integer> POSITION = count("position");
    private static final Field<LocalDate> FIRST_DAY =
            value("first_day", LocalDate.class, LocalDate::parse, LocalDate::toString);
    private static final Field<LocalDate> LAST_DAY =
            value("last_day", LocalDate.class, LocalDate::parse, LocalDate::toString);
    private static final Field<String> WHY = text("why");

    private final DSLContext sql;

    WorkPolicyRows(DSLContext sql) {
        this.sql = sql;
    }

    Stored<WorkPolicy> of(PageId page) {
        return sql.select(VERSION, LEAST_NOTICE, CHECK_IN_FROM)
                .from(POLICY)
                .where(PAGE_ID.eq(page))
                .fetchOptional(row -> new Stored<>(
                        new WorkPolicy(row.get(LEAST_NOTICE), rungs(page), row.get(CHECK_IN_FROM), blackouts(page)),
                        row.get(VERSION)))
                .orElseGet(() -> new Stored<>(WorkPolicy.USUAL, 0));
    }

    private List<Rung> rungs(PageId page) {
        return sql.select(AHEAD).from(RUNG).where(PAGE_ID.eq(page)).fetch(row -> new Rung(row.get(AHEAD)));
    }

    private List<Blackout> blackouts(PageId page) {
        return sql.select(FIRST_DAY, LAST_DAY, WHY)
                .from(BLACKOUT)
                .where(PAGE_ID.eq(page))
                .orderBy(POSITION)
                .fetch(row -> new Blackout(row.get(FIRST_DAY), row.get(LAST_DAY), row.get(WHY)));
    }

    void save(PageId page, WorkPolicy policy, long version) {
        var row = new Row().with(LEAST_NOTICE, policy.leastNotice()).with(CHECK_IN_FROM, policy.checkInFrom());
        Counted.save(sql, POLICY, page, row, version, "policy");
        sql.deleteFrom(RUNG).where(PAGE_ID.eq(page)).execute();
        sql.deleteFrom(BLACKOUT).where(PAGE_ID.eq(page)).execute();
        Rows.insert(
                sql,
                RUNG,
                policy.rungs().stream()
                        .map(rung -> new Row().with(PAGE_ID, page).with(AHEAD, rung.ahead()))
                        .toList());
        Rows.insert(sql, BLACKOUT, blackouts(page, policy));
    }

    private static List<Row> blackouts(PageId page, WorkPolicy policy) {
        var rows = new ArrayList<Row>();
        for (var blackout : policy.blackouts()) {
            rows.add(new Row()
                    .with(PAGE_ID, page)
                    .with(POSITION, rows.size())
                    .with(FIRST_DAY, blackout.from())
                    .with(LAST_DAY, blackout.to())
                    .with(WHY, blackout.why()));
        }
        return rows;
    }
}
