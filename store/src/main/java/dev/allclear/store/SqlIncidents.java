package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.IncidentTable.ID;
import static dev.allclear.store.IncidentTable.INCIDENT;
import static dev.allclear.store.IncidentTable.ORIGIN;
import static dev.allclear.store.IncidentTable.PHASE;
import static dev.allclear.store.IncidentTable.STARTED_AT;
import static dev.allclear.store.IncidentTable.VERSION;
import static dev.allclear.store.UpdateRows.INCIDENT_ID;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Incidents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;

/// Incidents as rows: one for each, and more for its updates. Any number of them is read with five
/// queries, and a sixth where one of them has a report.
final class SqlIncidents implements Incidents {

    /// Written out, not bound, so that the index of the open ones serves.
    private static final Condition IS_OPEN = PHASE.eq(inline(IncidentTable.PhaseName.OPEN, PHASE));

    private static final Condition IS_UNREPORTED = PHASE.eq(inline(IncidentTable.PhaseName.RESOLVED, PHASE))
            .and(IncidentTable.BACKFILLED.eq(inline(false, IncidentTable.BACKFILLED)));

    /// Of more incidents than this we don't name each one to find its parts, but read those of the whole page.
    private static final int MOST_NAMED = 500;

    private final DSLContext sql;
    private final UpdateRows updates;
    private final EstimateRows estimates;
    private final FollowUpRows followUps;

    SqlIncidents(DSLContext sql) {
        this.sql = sql;
        this.updates = new UpdateRows(sql);
        this.estimates = new EstimateRows(sql);
        this.followUps = new FollowUpRows(sql);
    }

    @Override
    public void add(Incident incident) {
        Violations.guarded(
                () -> sql.insertInto(INCIDENT)
                        .set(IncidentTable.row(incident).values())
                        .execute(),
                () -> new Refused.Conflict("This incident is there already."));
        updates.replace(List.of(), incident);
        estimates.replace(List.of(), incident);
        followUps.replace(List.of(), incident);
    }

    @Override
    public void save(Incident incident, long version) {
        var saved = sql.update(INCIDENT)
                .set(IncidentTable.row(incident).with(VERSION, version + 1).values())
                .where(PAGE_ID.eq(incident.page()), ID.eq(incident.id()), VERSION.eq(version))
                .execute();
        if (saved == 0) {
            throw new Refused.ChangedMeanwhile("incident");
        }
        var which = PAGE_ID.eq(incident.page()).and(INCIDENT_ID.eq(incident.id()));
        updates.replace(updates.find(which).getOrDefault(incident.id(), List.of()), incident);
        estimates.replace(estimates.find(which).getOrDefault(incident.id(), List.of()), incident);
        followUps.replace(followUps.find(which).getOrDefault(incident.id(), List.of()), incident);
    }

    @Override
    public Optional<Stored<Incident>> find(PageId page, IncidentId id) {
        return find(page, ID.eq(id), ID.asc()).stream().findFirst();
    }

    @Override
    public Optional<Stored<Incident>> findByOrigin(PageId page, String origin) {
        return find(page, ORIGIN.eq(origin), ID.asc()).stream().findFirst();
    }

    @Override
    public List<Stored<Incident>> open(PageId page) {
        return find(page, IS_OPEN, STARTED_AT.asc(), ID.asc());
    }

    @Override
    public List<Stored<Incident>> unreported(PageId page, Instant since) {
        return find(page, IS_UNREPORTED.and(IncidentTable.ENDED_AT.ge(since)), IncidentTable.ENDED_AT.asc(), ID.asc());
    }

    @Override
    public List<Stored<Incident>> since(PageId page, Instant since) {
        return find(page, STARTED_AT.ge(since).or(IS_OPEN), STARTED_AT.desc(), ID.desc());
    }

    @Override
    public List<Stored<Incident>> lately(PageId page, Instant since) {
        return find(page, IncidentTable.ENDED_AT.ge(since).or(IS_OPEN), ID.asc());
    }

    @Override
    public List<Stored<Incident>> all(PageId page) {
        return find(page, noCondition(), STARTED_AT.desc(), ID.desc());
    }

    @Override
    public Map<IncidentId, Long> versions(PageId page) {
        return sql.select(ID, VERSION).from(INCIDENT).where(PAGE_ID.eq(page)).fetchMap(ID, VERSION);
    }

    @Override
    public List<Stored<Incident>> all(PageId page, Collection<IncidentId> ids) {
        if (ids.size() <= MOST_NAMED) {
            return ids.isEmpty() ? List.of() : find(page, ID.in(ids), ID.asc());
        }
        var wanted = Set.copyOf(ids);
        return all(page).stream()
                .filter(stored -> wanted.contains(stored.value().id()))
                .toList();
    }

    /// The incidents first and their parts after them, so that on PostgreSQL, where another commit may come between the
    /// queries, no incident is ever seen without its parts.
    private List<Stored<Incident>> find(PageId page, Condition which, OrderField<?>... order) {
        var rows = sql.select(IncidentTable.COLUMNS)
                .from(INCIDENT)
                .where(PAGE_ID.eq(page), which)
                .orderBy(order)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts = PAGE_ID.eq(page).and(rows.size() > MOST_NAMED ? noCondition() : INCIDENT_ID.in(rows.getValues(ID)));
        var updatesOf = updates.find(parts);
        var estimatesOf = estimates.find(parts);
        var reported = rows.getValues(PHASE).contains(IncidentTable.PhaseName.POST_INCIDENT);
        var followUpsOf = reported ? followUps.find(parts) : Map.<IncidentId, List<FollowUp>>of();
        return rows.map(row -> {
            var id = row.get(ID);
            var incident = IncidentTable.incident(
                    row,
                    updatesOf.getOrDefault(id, List.of()),
                    estimatesOf.getOrDefault(id, List.of()),
                    followUpsOf.getOrDefault(id, List.of()));
            return new Stored<>(incident, row.get(VERSION));
        });
    }
}
