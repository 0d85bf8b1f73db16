package dev.allclear.testkit;

/// Everything that the front doors must do over a store, whichever database is underneath.
public interface DeskContracts
        extends IncidentDeskContract,
                IncidentDeskRefusalContract,
                LettingContract,
                ListenersContract,
                MaintenanceDeskContract,
                CatalogueDeskContract,
                SubscriptionDeskContract,
                ReturnDeskContract,
                RosterContract,
                ForgettingContract,
                PromiseContract,
                TurnedClockContract,
                WorkContract,
                SeriesContract,
                ConversionContract,
                StoppingContract,
                RehearsalContract,
                PlaybookDeskContract {}
