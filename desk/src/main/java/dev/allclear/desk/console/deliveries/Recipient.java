package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.KeptMails;
import java.time.Instant;
import java.util.Optional;

/// What became of an announcement for one person.
///
/// @param outcome as in `data-outcome`
/// @param why what the other side said, or what we wait for; may be empty
/// @param next when it is tried again
/// @param at when it was sent or given up
public record Recipient(
        String address,
        String outcome,
        String icon,
        String label,
        String why,
        Optional<Instant> next,
        Optional<Instant> at,
        int attempts) {

    /// @param open whether the whole address is shown
    static Recipient of(Delivery delivery, boolean open) {
        var address = open ? delivery.address().value() : delivery.address().masked();
        var tries = delivery.attempts();
        return switch (delivery.state()) {
            case State.Waiting(var _, var why)
            when why.isEmpty() ->
                new Recipient(
                        address,
                        "waiting",
                        "clock",
                        "Waiting",
                        "In the queue",
                        Optional.empty(),
                        Optional.empty(),
                        tries);
            case State.Waiting(var due, var why) ->
                new Recipient(
                        address,
                        "again",
                        "again",
                        "Waiting, tried " + times(tries),
                        why,
                        Optional.of(due),
                        Optional.empty(),
                        tries);
            case State.Sending _ ->
                new Recipient(address, "waiting", "clock", "Being sent", "", Optional.empty(), Optional.empty(), tries);
            case State.Sent(var at, var receipt)
            when receipt.startsWith(KeptMails.RECEIPT) ->
                new Recipient(
                        address, "kept", "drafts", "Kept, not sent", "", Optional.empty(), Optional.of(at), tries);
            case State.Sent(var at, var receipt) ->
                new Recipient(
                        address,
                        "sent",
                        "check",
                        "Sent",
                        open ? receipt : "",
                        Optional.empty(),
                        Optional.of(at),
                        tries);
            case State.Failed(var at, var why) ->
                new Recipient(address, "failed", "close", "Failed", why, Optional.empty(), Optional.of(at), tries);
        };
    }

    private static String times(int tries) {
        return tries == 1 ? "once" : tries + " times";
    }
}
