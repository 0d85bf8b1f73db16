package dev.allclear.app.demo;

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

/// A transaction whose outbox takes nothing.
record SilentTx(Tx tx) implements Tx {

    @Override
    public Outbox outbox() {
        return new SilentOutbox(tx.outbox());
    }

    @Override
    public Pages pages() {
        return tx.pages();
    }

    @Override
    public Catalogues catalogues() {
        return tx.catalogues();
    }

    @Override
    public States states() {
        return tx.states();
    }

    @Override
    public Incidents incidents() {
        return tx.incidents();
    }

    @Override
    public Drafts drafts() {
        return tx.drafts();
    }

    @Override
    public Maintenances maintenances() {
        return tx.maintenances();
    }

    @Override
    public Subscribers subscribers() {
        return tx.subscribers();
    }

    @Override
    public Suppressions suppressions() {
        return tx.suppressions();
    }

    @Override
    public Returns returns() {
        return tx.returns();
    }

    @Override
    public Paces paces() {
        return tx.paces();
    }

    @Override
    public Portions portions() {
        return tx.portions();
    }

    @Override
    public Partings partings() {
        return tx.partings();
    }

    @Override
    public Correspondence correspondence() {
        return tx.correspondence();
    }

    @Override
    public Retentions retentions() {
        return tx.retentions();
    }

    @Override
    public Deliveries deliveries() {
        return tx.deliveries();
    }

    @Override
    public Findings findings() {
        return tx.findings();
    }

    @Override
    public Playbooks playbooks() {
        return tx.playbooks();
    }

    @Override
    public Rehearsals rehearsals() {
        return tx.rehearsals();
    }

    @Override
    public Policies policies() {
        return tx.policies();
    }

    @Override
    public HandWritten handWritten() {
        return tx.handWritten();
    }

    @Override
    public Lexicons lexicons() {
        return tx.lexicons();
    }

    @Override
    public Reminders reminders() {
        return tx.reminders();
    }

    @Override
    public Journal journal() {
        return tx.journal();
    }

    @Override
    public Accounts accounts() {
        return tx.accounts();
    }

    @Override
    public Sessions sessions() {
        return tx.sessions();
    }

    @Override
    public ApiKeys apiKeys() {
        return tx.apiKeys();
    }

    @Override
    public SigningKeys signingKeys() {
        return tx.signingKeys();
    }

    @Override
    public Answers answers() {
        return tx.answers();
    }

    @Override
    public void publish(PageId page) {
        tx.publish(page);
    }
}
