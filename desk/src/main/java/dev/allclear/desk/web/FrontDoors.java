package dev.allclear.desk.web;

import dev.allclear.operation.AccountDesk;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.operation.DeliveryDesk;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.KeyDesk;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.PageDesk;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.operation.SessionDesk;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.transaction.Store;

/// The core's front doors, by which everything here is done, and the store, for looking.
public record FrontDoors(
        Store store,
        PageDesk pages,
        IncidentDesk incidents,
        PromiseDesk promises,
        CatalogueDesk catalogue,
        MaintenanceDesk maintenances,
        SubscriptionDesk subscriptions,
        DeliveryDesk deliveries,
        AccountDesk accounts,
        SessionDesk sessions,
        KeyDesk keys) {}
