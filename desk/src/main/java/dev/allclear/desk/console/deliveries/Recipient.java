package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.KeptMails;
import java.time.Instant;
import java.util.Optional;

/// What became of an announcement for one person.
///
/// @param subscriber their id
/// @param outcome as in `data-outcome`
/// @param why what the other side said, or what we wait for; may be empty
/// @param next when it is tried again
/// @param at when it was sent or given up
public record Recipient(
        String subscriber,
        String address,
        boolean isErased,
        String outcome,
        String icon,
        String label,
        String why,
        Optional<Instant> next,
        Optional<Instant> at,
        int attempts) {

    /// @param open whether the whole address is shown
    static Recipient of(Delivery delivery, boolean open) {
        var shown = new Shown(
                delivery.subscriber().value(),
                open ? delivery.address().value() : delivery.address().masked(),
                delivery.isErased(),
                delivery.attempts());
        return switch (delivery.state()) {
            case State.Waiting(var _, var why)
            when why.isEmpty() -> shown.going("waiting", "clock", "Waiting", "In the queue", Optional.empty());
            case State.Waiting(var due, var why) ->
                shown.going("again", "again", "Waiting, tried " + times(delivery.attempts()), why, Optional.of(due));
            case State.Sending _ -> shown.going("waiting", "clock", "Being sent", "", Optional.empty());
            case State.Accepted(var at, var receipt)
            when receipt.startsWith(KeptMails.RECEIPT) -> shown.over("kept", "drafts", "Kept, not sent", "", at);
            case State.Accepted(var at, var receipt) -> shown.over("sent", "check", "Sent", open ? receipt : "", at);
            case State.Delivered(var at, var receipt) ->
                shown.over("sent", "check", "Arrived", open ? receipt : "", at);
            case State.Bounced(var at, var why) -> shown.over("failed", "close", "Came back", why, at);
            case State.Failed(var at, var why) -> shown.over("failed", "close", "Failed", why, at);
            case State.Suppressed(var at, var why) -> shown.over("waiting", "close", "Not written to", why, at);
            case State.Superseded(var at) ->
                shown.over("waiting", "again", "Replaced", "A newer update was sent instead", at);
            case State.Unknown(var at, var again, var why) ->
                shown.as("again", "clock", "Not known whether it arrived", why, again, Optional.of(at));
        };
    }

    private record Shown(String subscriber, String address, boolean isErased, int attempts) {

        Recipient going(String outcome, String icon, String label, String why, Optional<Instant> next) {
            return as(outcome, icon, label, why, next, Optional.empty());
        }

        Recipient over(String outcome, String icon, String label, String why, Instant at) {
            return as(outcome, icon, label, why, Optional.empty(), Optional.of(at));
        }

        Recipient as(
                String outcome, String icon, String label, String why, Optional<Instant> next, Optional<Instant> at) {
            return new Recipient(subscriber, address, isErased, outcome, icon, label, why, next, at, attempts);
        }
    }

    private static String times(int tries) {
        return tries == 1 ? "once" : tries + " times";
    }
}
