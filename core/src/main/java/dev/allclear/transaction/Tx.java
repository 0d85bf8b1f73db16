package dev.allclear.transaction;

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

/// One transaction: every port sees and changes the same state, all of it or nothing.
public interface Tx {
    Pages pages();

    Catalogues catalogues();

    States states();

    Incidents incidents();

    Drafts drafts();

    Maintenances maintenances();

    Subscribers subscribers();

    Suppressions suppressions();

    Returns returns();

    Partings partings();

    Correspondence correspondence();

    Retentions retentions();

    Outbox outbox();

    Portions portions();

    Paces paces();

    Deliveries deliveries();

    Findings findings();

    Policies policies();

    Playbooks playbooks();

    Rehearsals rehearsals();

    Lexicons lexicons();

    Reminders reminders();

    HandWritten handWritten();

    Journal journal();

    Accounts accounts();

    Sessions sessions();

    ApiKeys apiKeys();

    SigningKeys signingKeys();

    Answers answers();

    /// Marks that the public sees something new: counts the page's revision up, and once the transaction is committed
    /// tells whoever listens.
    void publish(PageId page);
}
