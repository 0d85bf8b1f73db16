package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static org.jooq.impl.DSL.inline;

import dev.allclear.Stored;
import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Kin;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Maintenance.Phase;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.Part;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.maintenance.Todo;
import dev.allclear.maintenance.Window;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Planned work as it stands in its own row, without its areas and notices.
final class MaintenanceTable {

    static final Table<Record> MAINTENANCE = table("maintenance");
    static final Field<MaintenanceId> ID = value("id", MaintenanceId.class, MaintenanceId::new, MaintenanceId::value);
    static final Field<Instant> STARTS_AT = instant("starts_at");
    static final Field<Long> VERSION = number("version");
    private static final Field<String> TITLE = text("title");
    private static final Field<Instant> ENDS_AT = instant("ends_at");
    private static final Field<PhaseName> PHASE = oneOf("phase", PhaseName.class);
    private static final Field<Instant> BEGAN_AT = instant("began_at");
    private static final Field<Instant> ENDED_AT = instant("ended_at");
    static final Field<SeriesId> SERIES = value("series", SeriesId.class, SeriesId::new, SeriesId::value);
    static final Field<IncidentId> MENDS = value("mends", IncidentId.class, IncidentId::new, IncidentId::value);
    static final Field<IncidentId> BECAME = value("became", IncidentId.class, IncidentId::new, IncidentId::value);
    private static final Field<Boolean> ENDS_INCIDENT = flag("ends_incident");
    private static final Field<Instant> REMINDED_FROM = instant("reminded_from");
    private static final Field<String> WHY = text("why");
    private static final Field<String> STOPS = text("stops");
    private static final Field<String> GOES_ON = text("goes_on");
    private static final Field<String> TODO = text("todo");
    private static final Field<String> CONTACT = text("contact");
    private static final Field<String> LINKS = text("links");
    private static final Field<String> EMERGENCY = text("emergency");
    private static final Field<Boolean> BY_ITSELF = flag("by_itself");

    static final List<Field<?>> COLUMNS = List.of(
            PAGE_ID,
            ID,
            TITLE,
            STARTS_AT,
            ENDS_AT,
            SERIES,
            REMINDED_FROM,
            MENDS,
            ENDS_INCIDENT,
            BECAME,
            PHASE,
            BEGAN_AT,
            ENDED_AT,
            WHY,
            STOPS,
            GOES_ON,
            TODO,
            CONTACT,
            LINKS,
            EMERGENCY,
            BY_ITSELF,
            VERSION);

    /// Written out, not bound, so that the index of the open ones serves.
    static final Condition IS_OPEN = PHASE.in(inline(PhaseName.SCHEDULED, PHASE), inline(PhaseName.RUNNING, PHASE));

    private enum PhaseName {
        SCHEDULED,
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    private MaintenanceTable() {}

    static Row row(Maintenance work) {
        var row = new Row()
                .with(PAGE_ID, work.page())
                .with(ID, work.id())
                .with(TITLE, work.title())
                .with(STARTS_AT, work.window().start())
                .with(ENDS_AT, work.window().end())
                .with(SERIES, work.part().map(Part::series))
                .with(REMINDED_FROM, work.part().map(Part::remindedFrom))
                .with(MENDS, work.kin().mends())
                .with(ENDS_INCIDENT, work.kin().ends())
                .with(BECAME, work.kin().became())
                .with(BEGAN_AT, Optional.empty())
                .with(ENDED_AT, Optional.empty())
                .and(row(work.details()));
        return switch (work.phase()) {
            case Phase.Scheduled() -> row.with(PHASE, PhaseName.SCHEDULED);
            case Phase.Running(var since) -> row.with(PHASE, PhaseName.RUNNING).with(BEGAN_AT, since);
            case Phase.Completed(var since, var at) ->
                row.with(PHASE, PhaseName.COMPLETED).with(BEGAN_AT, since).with(ENDED_AT, at);
            case Phase.Cancelled(var at) -> row.with(PHASE, PhaseName.CANCELLED).with(ENDED_AT, at);
        };
    }

    private static Row row(Details details) {
        return new Row()
                .with(WHY, details.why())
                .with(STOPS, details.stops())
                .with(GOES_ON, details.goesOn())
                .with(
                        TODO,
                        switch (details.todo()) {
                            case Todo.Unsaid _ -> Optional.<String>empty();
                            case Todo.Nothing _ -> Optional.of("");
                            case Todo.Act(var text) -> Optional.of(text);
                        })
                .with(CONTACT, details.contact())
                .with(LINKS, details.links().stream().map(URI::toString).collect(Collectors.joining("\n")))
                .with(EMERGENCY, details.emergency())
                .with(BY_ITSELF, details.byItself());
    }

    static Stored<Maintenance> maintenance(Record row, Map<Area, State> areas, List<Notice> notices) {
        var work = new Maintenance(
                row.get(ID),
                row.get(PAGE_ID),
                row.get(TITLE),
                new Window(row.get(STARTS_AT), row.get(ENDS_AT)),
                Optional.ofNullable(row.get(SERIES)).map(series -> new Part(series, row.get(REMINDED_FROM))),
                new Kin(
                        Optional.ofNullable(row.get(MENDS)),
                        row.get(ENDS_INCIDENT),
                        Optional.ofNullable(row.get(BECAME))),
                areas,
                details(row),
                phase(row),
                notices);
        return new Stored<>(work, row.get(VERSION));
    }

    private static Details details(Record row) {
        return new Details(
                Optional.ofNullable(row.get(WHY)),
                Optional.ofNullable(row.get(STOPS)),
                Optional.ofNullable(row.get(GOES_ON)),
                todo(row.get(TODO)),
                Optional.ofNullable(row.get(CONTACT)),
                row.get(LINKS).lines().map(URI::create).toList(),
                Optional.ofNullable(row.get(EMERGENCY)),
                row.get(BY_ITSELF));
    }

    private static Todo todo(@Nullable String text) {
        if (text == null) {
            return new Todo.Unsaid();
        }
        return text.isEmpty() ? new Todo.Nothing() : new Todo.Act(text);
    }

    private static Phase phase(Record row) {
        return switch (row.get(PHASE)) {
            case SCHEDULED -> new Phase.Scheduled();
            case RUNNING -> new Phase.Running(row.get(BEGAN_AT));
            case COMPLETED -> new Phase.Completed(row.get(BEGAN_AT), row.get(ENDED_AT));
            case CANCELLED -> new Phase.Cancelled(row.get(ENDED_AT));
        };
    }
}
