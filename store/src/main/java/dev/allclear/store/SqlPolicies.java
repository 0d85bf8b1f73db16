package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.duration;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Counted.VERSION;
import static dev.allclear.store.SqlAccounts.ACCOUNT_ID;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.people.AccountId;
import dev.allclear.policy.Approval;
import dev.allclear.policy.Audience;
import dev.allclear.policy.Cadence;
import dev.allclear.policy.Policies;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Policies as rows: a page's version, and its terms severity by severity.
final class SqlPolicies implements Policies {

    private static final Table<Record> POLICY = table("policy");

    private static final Table<Record> TERMS = table("policy_terms");
    private static final Field<Severity> SEVERITY = oneOf("severity", Severity.class);
    private static final Field<Duration> FIRST_MESSAGE = duration("first_message");
    private static final Field<Duration> INVESTIGATING = duration("investigating");
    private static final Field<Duration> IDENTIFIED = duration("identified");
    private static final Field<Duration> MONITORING = duration("monitoring");
    private static final Field<Audience> AUDIENCE = oneOf("audience", Audience.class);
    private static final Field<Approval> APPROVAL = oneOf("approval", Approval.class);
    private static final Field<Duration> HOLD_BACK = duration("hold_back");
    private static final Field<Duration> HOLDING = duration("holding");
    private static final Field<Duration> REPORT = duration("report");
    private static final List<Field<?>> TERMS_COLUMNS = List.of(
            SEVERITY,
            FIRST_MESSAGE,
            INVESTIGATING,
            IDENTIFIED,
            MONITORING,
            AUDIENCE,
            APPROVAL,
            HOLD_BACK,
            HOLDING,
            REPORT);

    private static final Table<Record> COMPENSATION = table("policy_compensation");
    private static final Field<Language> LANGUAGE = value("language", Language.class, Language::new, Language::tag);
    private static final Field<String> SENTENCE = text("sentence");

    private static final Table<Record> ESCALATION = table("policy_escalation");
    private static final Field<Integer> POSITION = count("position");

    private final DSLContext sql;
    private final WorkPolicyRows works;

    SqlPolicies(DSLContext sql) {
        this.sql = sql;
        this.works = new WorkPolicyRows(sql);
    }

    @Override
    public Stored<WorkPolicy> ofWork(PageId page) {
        return works.of(page);
    }

    @Override
    public void saveWork(PageId page, WorkPolicy policy, long version) {
        works.save(page, policy, version);
    }

    @Override
    public Stored<SeverityPolicy> of(PageId page) {
        return sql.select(VERSION)
                .from(POLICY)
                .where(PAGE_ID.eq(page))
                .fetchOptional(VERSION)
                .map(version -> new Stored<>(new SeverityPolicy(terms(page), escalation(page)), version))
                .orElseGet(() -> new Stored<>(SeverityPolicy.USUAL, 0));
    }

    private Map<Severity, Terms> terms(PageId page) {
        var sentences = sql.select(SEVERITY, LANGUAGE, SENTENCE)
                .from(COMPENSATION)
                .where(PAGE_ID.eq(page))
                .fetchGroups(SEVERITY);
        var all = new EnumMap<Severity, Terms>(Severity.class);
        sql.select(TERMS_COLUMNS).from(TERMS).where(PAGE_ID.eq(page)).forEach(row -> {
            var said = sentences.get(row.get(SEVERITY));
            all.put(row.get(SEVERITY), terms(row, said == null ? Map.of() : said.intoMap(LANGUAGE, SENTENCE)));
        });
        return all;
    }

    private static Terms terms(Record row, Map<Language, String> compensation) {
        return new Terms(
                row.get(FIRST_MESSAGE),
                new Cadence(row.get(INVESTIGATING), row.get(IDENTIFIED), row.get(MONITORING)),
                row.get(AUDIENCE),
                row.get(APPROVAL),
                row.get(HOLD_BACK),
                Optional.ofNullable(row.get(HOLDING)),
                Optional.ofNullable(row.get(REPORT)),
                compensation);
    }

    private List<AccountId> escalation(PageId page) {
        return sql.select(ACCOUNT_ID)
                .from(ESCALATION)
                .where(PAGE_ID.eq(page))
                .orderBy(POSITION)
                .fetch(ACCOUNT_ID);
    }

    @Override
    public void save(PageId page, SeverityPolicy policy, long version) {
        Counted.save(sql, POLICY, page, new Row(), version, "policy");
        sql.deleteFrom(ESCALATION).where(PAGE_ID.eq(page)).execute();
        sql.deleteFrom(TERMS).where(PAGE_ID.eq(page)).execute();
        var terms = new ArrayList<Row>();
        var sentences = new ArrayList<Row>();
        policy.terms().forEach((severity, its) -> {
            terms.add(row(page, severity, its));
            its.compensation()
                    .forEach((language, sentence) -> sentences.add(new Row()
                            .with(PAGE_ID, page)
                            .with(SEVERITY, severity)
                            .with(LANGUAGE, language)
                            .with(SENTENCE, sentence)));
        });
        var people = new ArrayList<Row>();
        policy.escalation()
                .forEach(person -> people.add(new Row()
                        .with(PAGE_ID, page)
                        .with(POSITION, people.size())
                        .with(ACCOUNT_ID, person)));
        Rows.insert(sql, TERMS, terms);
        Rows.insert(sql, COMPENSATION, sentences);
        Rows.insert(sql, ESCALATION, people);
    }

    private static Row row(PageId page, Severity severity, Terms terms) {
        return new Row()
                .with(PAGE_ID, page)
                .with(SEVERITY, severity)
                .with(FIRST_MESSAGE, terms.firstMessage())
                .with(INVESTIGATING, terms.cadence().investigating())
                .with(IDENTIFIED, terms.cadence().identified())
                .with(MONITORING, terms.cadence().monitoring())
                .with(AUDIENCE, terms.audience())
                .with(APPROVAL, terms.approval())
                .with(HOLD_BACK, terms.holdBack())
                .with(HOLDING, terms.holding())
                .with(REPORT, terms.report());
    }
}
