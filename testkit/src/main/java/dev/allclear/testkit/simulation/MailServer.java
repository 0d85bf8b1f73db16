package dev.allclear.testkit.simulation;

import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.Channel;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A mail server with moods, and with a log of all that it took.
final class MailServer implements Channel {

    /// A fault of ours, such as a letter that can't be written.
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault() {
            super("a fault of ours", null, false, false);
        }
    }

    /// @param at by the steady clock
    record Taken(Duration at, EmailAddress by, DeliveryId delivery, String thread) {}

    /// What it asked for: nothing more of this delivery before that time.
    record Asked(Duration notBefore, long faults) {}

    private final VirtualTime time;
    private final Chance chance;
    private final Set<EmailAddress> refused;
    private final Set<EmailAddress> dead;
    private final List<Taken> taken = new ArrayList<>();
    private final Map<DeliveryId, Asked> asked = new HashMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private Duration awayUntil = Duration.ZERO;
    private long faults;
    private int unanswered;
    private double mood = 0.15;

    MailServer(VirtualTime time, Chance chance, Set<EmailAddress> refused, Set<EmailAddress> dead) {
        this.time = time;
        this.chance = chance;
        this.refused = refused;
        this.dead = dead;
    }

    @Override
    public Outcome send(Letter letter) {
        var now = time.elapsed();
        if (now.compareTo(awayUntil) < 0) {
            return new Outcome.Unavailable("connection refused", Optional.empty());
        }
        var before = asked.remove(letter.id());
        if (before != null && before.faults() == faults && now.compareTo(before.notBefore()) < 0) {
            wrongs.add("delivery " + letter.id().value() + " came back before the time that the server had asked for");
        }
        if (dead.contains(letter.to())) {
            return new Outcome.Gone("550 5.1.1 nobody here");
        }
        if (refused.contains(letter.to())) {
            return new Outcome.Rejected("554 5.7.1 not wanted");
        }
        return chance.once(mood) ? trouble(letter, now) : take(letter, now);
    }

    private Outcome take(Letter letter, Duration now) {
        taken.add(new Taken(now, letter.to(), letter.id(), letter.thread()));
        return new Outcome.Accepted("250 2.0.0 queued");
    }

    private Outcome trouble(Letter letter, Duration now) {
        return switch (chance.between(1, 8)) {
            case 1, 2 -> {
                unanswered++;
                if (chance.once(0.5)) {
                    var _ = take(letter, now);
                }
                yield new Outcome.Unknown("no answer");
            }
            case 3 -> throw new Fault();
            case 4 -> new Outcome.Busy("421 4.7.28 too many", Optional.of(Duration.ofSeconds(chance.between(1, 60))));
            case 5 -> {
                var wait = Duration.ofSeconds(chance.between(10, 600));
                asked.put(letter.id(), new Asked(now.plus(wait), faults));
                yield new Outcome.Deferred("450 4.7.1 greylisted", Optional.of(wait));
            }
            case 6 -> new Outcome.Unavailable("421 4.3.2 closing", Optional.empty());
            default -> new Outcome.Deferred("451 4.3.0 try later", Optional.empty());
        };
    }

    void away(Duration until) {
        awayUntil = until;
    }

    void good() {
        mood = 0;
        awayUntil = Duration.ZERO;
    }

    /// Somebody may have forgotten what it asked for.
    void fault() {
        faults++;
    }

    List<Taken> taken() {
        return taken;
    }

    int unanswered() {
        return unanswered;
    }

    List<String> wrongs() {
        return wrongs;
    }
}
