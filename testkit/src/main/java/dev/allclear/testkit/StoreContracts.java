package dev.allclear.testkit;

/// Everything that a store must do, whichever database is underneath.
public interface StoreContracts
        extends StoreContract,
                PagesContract,
                CataloguesContract,
                StatesContract,
                IncidentsContract,
                DraftsContract,
                MaintenancesContract,
                SubscribersContract,
                AudienceContract,
                OutboxContract,
                PortionsContract,
                RelayedContract,
                WithdrawalContract,
                ClaimsContract,
                DeliveriesContract,
                FindingsContract,
                JournalContract,
                PeopleContract,
                PoliciesContract,
                HandWrittenContract,
                PlaybooksContract,
                LexiconsContract,
                AnswersContract,
                SuppressionsContract,
                NastyTextContract {}
