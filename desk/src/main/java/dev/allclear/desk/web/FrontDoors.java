package dev.allclear.desk.web;

import dev.allclear.Entropy;
import dev.allclear.delivery.KeptMails;
import dev.allclear.operation.AccountDesk;
import dev.allclear.operation.AudienceDesk;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.operation.DeliveryDesk;
import dev.allclear.operation.DraftDesk;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.KeyDesk;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.PageDesk;
import dev.allclear.operation.PlaybookDesk;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.operation.RosterDesk;
import dev.allclear.operation.SessionDesk;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.operation.SuppressionDesk;
import dev.allclear.people.Passwords;
import dev.allclear.rehearsal.RehearsalDesk;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Walled;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.time.InstantSource;

/// The core's front doors, by which everything here is done, and the store, for looking.
public record FrontDoors(
        Store store,
        PageDesk pages,
        IncidentDesk incidents,
        DraftDesk drafts,
        PromiseDesk promises,
        PlaybookDesk playbooks,
        RehearsalDesk rehearsals,
        CatalogueDesk catalogue,
        MaintenanceDesk maintenances,
        SubscriptionDesk subscriptions,
        AudienceDesk audience,
        RosterDesk rosters,
        SuppressionDesk suppressions,
        DeliveryDesk deliveries,
        AccountDesk accounts,
        SessionDesk sessions,
        KeyDesk keys) {

    /// All of them over one store.
    ///
    /// @param base of the installation, which is no other page's to take
    /// @param mails what is kept of mails, to be deleted with the person
    public static FrontDoors over(
            Store store,
            InstantSource clock,
            Entropy entropy,
            Passwords passwords,
            Signature signature,
            URI base,
            KeptMails mails) {
        return new FrontDoors(
                store,
                new PageDesk(store, clock, base),
                new IncidentDesk(store, clock, entropy),
                new DraftDesk(store, clock, entropy),
                new PromiseDesk(store, clock, entropy),
                new PlaybookDesk(store, clock),
                new RehearsalDesk(new Walled(store), clock, entropy),
                new CatalogueDesk(store, clock),
                new MaintenanceDesk(store, clock, entropy),
                new SubscriptionDesk(store, clock, entropy, signature, mails),
                new AudienceDesk(store, clock),
                new RosterDesk(store, clock, entropy, signature),
                new SuppressionDesk(store, clock, new AddressMarks(signature)),
                new DeliveryDesk(store, clock),
                new AccountDesk(store, clock, entropy, passwords),
                new SessionDesk(store, clock, entropy, passwords),
                new KeyDesk(store, clock, entropy));
    }
}
