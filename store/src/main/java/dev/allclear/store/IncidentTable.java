package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.incident.Estimate;
import dev.allclear.incident.Facts;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Update;
import dev.allclear.incident.Workaround;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// An incident's own row: what is sealed in the domain is a word and the columns that go with it; the schema checks
/// that they fit.
final class IncidentTable {

    static final Table<Record> INCIDENT = table("incident");
    static final Field<IncidentId> ID = value("id", IncidentId.class, IncidentId::new, IncidentId::value);
    static final Field<PhaseName> PHASE = oneOf("phase", PhaseName.class);
    static final Field<Instant> STARTED_AT = instant("started_at");
    static final Field<String> ORIGIN = text("origin");
    static final Field<Long> VERSION = number("version");

    private static final Field<String> TITLE = text("title");
    private static final Field<Severity> SEVERITY = oneOf("severity", Severity.class);
    private static final Field<Severity> STRICTEST = oneOf("strictest", Severity.class);
    private static final Field<Stage> STAGE = oneOf("stage", Stage.class);
    private static final Field<Instant> NEXT_UPDATE_DUE = instant("next_update_due");
    static final Field<Instant> ENDED_AT = instant("ended_at");
    private static final Field<Phase.Reason> REASON = oneOf("reason", Phase.Reason.class);
    private static final Field<String> WENT_WRONG = text("went_wrong");
    private static final Field<String> FIXED = text("fixed");
    private static final Field<String> PREVENTED = text("prevented");
    private static final Field<Instant> REPORTED_AT = instant("reported_at");
    private static final Field<String> IMPACT = text("impact");
    private static final Field<String> SCOPE = text("scope");
    private static final Field<String> DOING = text("doing");
    private static final Field<String> FIX = text("fix");
    private static final Field<WorkaroundName> WORKAROUND = oneOf("workaround", WorkaroundName.class);
    private static final Field<String> WORKAROUND_TEXT = text("workaround_text");
    private static final Field<CauseName> CAUSE = oneOf("cause", CauseName.class);
    private static final Field<String> CAUSE_TEXT = text("cause_text");
    private static final Field<Instant> RESTORED_BY = instant("restored_by");
    private static final Field<String> CONFIRMED_BY = text("confirmed_by");
    static final Field<Boolean> BACKFILLED = flag("backfilled");

    static final List<Field<?>> COLUMNS = List.of(
            PAGE_ID,
            ID,
            TITLE,
            SEVERITY,
            STRICTEST,
            PHASE,
            STAGE,
            NEXT_UPDATE_DUE,
            ENDED_AT,
            REASON,
            WENT_WRONG,
            FIXED,
            PREVENTED,
            REPORTED_AT,
            STARTED_AT,
            IMPACT,
            SCOPE,
            DOING,
            FIX,
            WORKAROUND,
            WORKAROUND_TEXT,
            CAUSE,
            CAUSE_TEXT,
            RESTORED_BY,
            CONFIRMED_BY,
            BACKFILLED,
            ORIGIN,
            VERSION);

    private IncidentTable() {}

    enum PhaseName {
        OPEN,
        RESOLVED,
        POST_INCIDENT,
        WITHDRAWN
    }

    enum WorkaroundName {
        GIVEN,
        NONE_YET,
        NOT_NEEDED
    }

    enum CauseName {
        UNKNOWN,
        SUSPECTED,
        CONFIRMED,
        CONFIRMED_NOT_PUBLIC
    }

    static Row row(Incident incident) {
        return new Row()
                .with(PAGE_ID, incident.page())
                .with(ID, incident.id())
                .with(TITLE, incident.title())
                .with(SEVERITY, incident.severity())
                .with(STRICTEST, incident.strictest())
                .with(STARTED_AT, incident.startedAt())
                .with(BACKFILLED, incident.backfilled())
                .with(ORIGIN, incident.origin())
                .and(row(incident.phase()))
                .and(row(incident.facts()));
    }

    private static Row row(Phase phase) {
        var none = new Row()
                .with(STAGE, Optional.empty())
                .with(NEXT_UPDATE_DUE, Optional.empty())
                .with(ENDED_AT, Optional.empty())
                .with(REASON, Optional.empty())
                .with(WENT_WRONG, Optional.empty())
                .with(FIXED, Optional.empty())
                .with(PREVENTED, Optional.empty())
                .with(REPORTED_AT, Optional.empty());
        return switch (phase) {
            case Phase.Open(var stage, var due) ->
                none.with(PHASE, PhaseName.OPEN).with(STAGE, stage).with(NEXT_UPDATE_DUE, due);
            case Phase.Resolved(var at) -> none.with(PHASE, PhaseName.RESOLVED).with(ENDED_AT, at);
            case Phase.PostIncident(var at, var report) ->
                none.with(PHASE, PhaseName.POST_INCIDENT)
                        .with(ENDED_AT, at)
                        .with(WENT_WRONG, report.wentWrong())
                        .with(FIXED, report.fixed())
                        .with(PREVENTED, report.prevented())
                        .with(REPORTED_AT, report.publishedAt());
            case Phase.Withdrawn(var at, var reason) ->
                none.with(PHASE, PhaseName.WITHDRAWN).with(ENDED_AT, at).with(REASON, reason);
        };
    }

    private static Row row(Facts facts) {
        var row = new Row()
                .with(IMPACT, facts.impact())
                .with(SCOPE, facts.scope())
                .with(DOING, facts.doing())
                .with(FIX, facts.fix())
                .with(WORKAROUND_TEXT, Optional.empty())
                .with(CAUSE_TEXT, Optional.empty())
                .with(RESTORED_BY, facts.estimate().map(Estimate::restoredBy))
                .with(CONFIRMED_BY, facts.estimate().map(Estimate::confirmedBy));
        switch (facts.workaround()) {
            case Workaround.Given(var text) ->
                row.with(WORKAROUND, WorkaroundName.GIVEN).with(WORKAROUND_TEXT, text);
            case Workaround.NoneYet() -> row.with(WORKAROUND, WorkaroundName.NONE_YET);
            case Workaround.NotNeeded() -> row.with(WORKAROUND, WorkaroundName.NOT_NEEDED);
        }
        switch (facts.cause()) {
            case RootCause.Unknown() -> row.with(CAUSE, CauseName.UNKNOWN);
            case RootCause.Suspected(var text) ->
                row.with(CAUSE, CauseName.SUSPECTED).with(CAUSE_TEXT, text);
            case RootCause.Confirmed(var text) ->
                row.with(CAUSE, CauseName.CONFIRMED).with(CAUSE_TEXT, text);
            case RootCause.ConfirmedNotPublic() -> row.with(CAUSE, CauseName.CONFIRMED_NOT_PUBLIC);
        }
        return row;
    }

    static Incident incident(Record row, List<Update> updates, List<Estimate.Former> former, List<FollowUp> followUps) {
        return new Incident(
                row.get(ID),
                row.get(PAGE_ID),
                row.get(TITLE),
                row.get(SEVERITY),
                row.get(STRICTEST),
                phase(row, followUps),
                row.get(STARTED_AT),
                facts(row, former),
                updates,
                row.get(BACKFILLED),
                Optional.ofNullable(row.get(ORIGIN)));
    }

    private static Phase phase(Record row, List<FollowUp> followUps) {
        return switch (row.get(PHASE)) {
            case OPEN -> new Phase.Open(row.get(STAGE), row.get(NEXT_UPDATE_DUE));
            case RESOLVED -> new Phase.Resolved(row.get(ENDED_AT));
            case POST_INCIDENT ->
                new Phase.PostIncident(
                        row.get(ENDED_AT),
                        new Report(
                                row.get(WENT_WRONG),
                                row.get(FIXED),
                                row.get(PREVENTED),
                                followUps,
                                row.get(REPORTED_AT)));
            case WITHDRAWN -> new Phase.Withdrawn(row.get(ENDED_AT), row.get(REASON));
        };
    }

    private static Facts facts(Record row, List<Estimate.Former> former) {
        var workaround = switch (row.get(WORKAROUND)) {
            case GIVEN -> new Workaround.Given(row.get(WORKAROUND_TEXT));
            case NONE_YET -> new Workaround.NoneYet();
            case NOT_NEEDED -> new Workaround.NotNeeded();
        };
        var cause = switch (row.get(CAUSE)) {
            case UNKNOWN -> new RootCause.Unknown();
            case SUSPECTED -> new RootCause.Suspected(row.get(CAUSE_TEXT));
            case CONFIRMED -> new RootCause.Confirmed(row.get(CAUSE_TEXT));
            case CONFIRMED_NOT_PUBLIC -> new RootCause.ConfirmedNotPublic();
        };
        var estimate = Optional.ofNullable(row.get(RESTORED_BY))
                .map(restoredBy -> new Estimate(restoredBy, row.get(CONFIRMED_BY), former));
        return new Facts(row.get(IMPACT), row.get(SCOPE), workaround, row.get(DOING), cause, row.get(FIX), estimate);
    }
}
