package dev.allclear.store;

import dev.allclear.PageId;
import dev.allclear.audience.Correspondence;
import dev.allclear.audience.Partings;
import dev.allclear.audience.Retentions;
import dev.allclear.audience.Subscribers;
import dev.allclear.coach.Lexicons;
import dev.allclear.delivery.Deliveries;
import dev.allclear.delivery.Findings;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Paces;
import dev.allclear.delivery.Portions;
import dev.allclear.incident.Drafts;
import dev.allclear.incident.Incidents;
import dev.allclear.journal.Journal;
import dev.allclear.maintenance.Maintenances;
import dev.allclear.page.Pages;
import dev.allclear.people.Accounts;
import dev.allclear.people.ApiKeys;
import dev.allclear.people.Sessions;
import dev.allclear.playbook.Playbooks;
import dev.allclear.policy.Policies;
import dev.allclear.promise.Reminders;
import dev.allclear.rehearsal.Rehearsals;
import dev.allclear.returns.Returns;
import dev.allclear.sender.SigningKeys;
import dev.allclear.shape.HandWritten;
import dev.allclear.status.Catalogues;
import dev.allclear.status.States;
import dev.allclear.suppression.Suppressions;
import dev.allclear.transaction.Answers;
import dev.allclear.transaction.Tx;
import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One transaction on one connection, and what is to be told about it once it is committed.
final class SqlTx implements Tx {

    private final DSLContext sql;
    private final boolean writing;
    private final Set<PageId> published = new LinkedHashSet<>();
    private boolean announced;
    private boolean erased;
    private @Nullable Throwable failure;

    SqlTx(Connection connection, SQLDialect dialect, Settings settings, boolean writing) {
        this.sql = DSL.using(connection, dialect, settings);
        this.writing = writing;
    }

    SqlTx forWriting() {
        if (!writing) {
            throw new IllegalStateException("a transaction can't begin inside of work that only reads");
        }
        return this;
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    void mustBeWhole() {
        if (failure != null) {
            throw new IllegalStateException("a part of this transaction failed, so nothing of it is kept", failure);
        }
    }

    Set<PageId> published() {
        return published;
    }

    boolean isWriting() {
        return writing;
    }

    /// Whether something of a person was deleted.
    boolean erased() {
        return erased;
    }

    private void erase() {
        erased = true;
    }

    boolean announced() {
        return announced;
    }

    @Override
    public void publish(PageId page) {
        new SqlPages(sql).countUp(page);
        published.add(page);
    }

    private void announce() {
        announced = true;
    }

    @Override
    public Pages pages() {
        return new SqlPages(sql);
    }

    @Override
    public Catalogues catalogues() {
        return new SqlCatalogues(sql);
    }

    @Override
    public States states() {
        return new SqlStates(sql);
    }

    @Override
    public Incidents incidents() {
        return new SqlIncidents(sql);
    }

    @Override
    public Drafts drafts() {
        return new SqlDrafts(sql);
    }

    @Override
    public Maintenances maintenances() {
        return new SqlMaintenances(sql);
    }

    @Override
    public Subscribers subscribers() {
        return new SqlSubscribers(sql, writing, this::erase);
    }

    @Override
    public Suppressions suppressions() {
        return new SqlSuppressions(sql);
    }

    @Override
    public Returns returns() {
        return new SqlReturns(sql);
    }

    @Override
    public Partings partings() {
        return new SqlPartings(sql);
    }

    @Override
    public Correspondence correspondence() {
        return new SqlCorrespondence(sql, this::erase);
    }

    @Override
    public Retentions retentions() {
        return new SqlRetentions(sql);
    }

    @Override
    public Outbox outbox() {
        return new SqlOutbox(sql, this::announce);
    }

    @Override
    public Paces paces() {
        return new SqlPaces(sql);
    }

    @Override
    public Portions portions() {
        return new SqlPortions(sql);
    }

    @Override
    public Deliveries deliveries() {
        return new SqlDeliveries(sql, this::announce);
    }

    @Override
    public Findings findings() {
        return new SqlFindings(sql);
    }

    @Override
    public Playbooks playbooks() {
        return new SqlPlaybooks(sql);
    }

    @Override
    public Rehearsals rehearsals() {
        return new SqlRehearsals(sql);
    }

    @Override
    public Policies policies() {
        return new SqlPolicies(sql);
    }

    @Override
    public Lexicons lexicons() {
        return new SqlLexicons(sql);
    }

    @Override
    public Reminders reminders() {
        return new SqlReminders(sql);
    }

    @Override
    public HandWritten handWritten() {
        return new SqlHandWritten(sql);
    }

    @Override
    public Journal journal() {
        return new SqlJournal(sql);
    }

    @Override
    public Accounts accounts() {
        return new SqlAccounts(sql, writing);
    }

    @Override
    public Sessions sessions() {
        return new SqlSessions(sql);
    }

    @Override
    public ApiKeys apiKeys() {
        return new SqlApiKeys(sql);
    }

    @Override
    public SigningKeys signingKeys() {
        return new SqlSigningKeys(sql);
    }

    @Override
    public Answers answers() {
        return new SqlAnswers(sql);
    }
}
