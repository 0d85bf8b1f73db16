package dev.allclear.desk.accounts;

import dev.allclear.Refused;
import dev.allclear.desk.web.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down whoever guesses passwords: limits per client and per account, and after a few failures of one client
/// at one account a wait that doubles each time. It never asks whether the account exists.
public final class SignInGuard {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int REMEMBERED = 20_000;

    private record Failures(int count, Instant waitUntil) {}

    private final Limits limits;
    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SignInGuard(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// Counts the try as a failure until it succeeds, so that many at once are no more than many in turn. Only a try
    /// that is let through counts for the account: who is told to wait can't use up the tries of whom it belongs to.
    ///
    /// @throws Refused.TooMany while it is too early for another try
    void mayTry(String client, String account) {
        synchronized (failures) {
            var known = failures.getOrDefault(client + " " + account, new Failures(0, Instant.MIN));
            var now = clock.instant();
            if (now.isBefore(known.waitUntil())) {
                throw new Refused.TooMany(
                        "That was too often. Please wait a little and try again.",
                        Duration.between(now, known.waitUntil()).plusSeconds(1));
            }
            limits.signInClient().take(client);
            limits.signInAccount().take(account);
            var count = known.count() + 1;
            failures.put(client + " " + account, new Failures(count, now.plus(waitAfter(count))));
        }
    }

    private static Duration waitAfter(int count) {
        if (count < FREE_FAILURES) {
            return Duration.ZERO;
        }
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_FAILURES, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    void succeeded(String client, String account) {
        synchronized (failures) {
            failures.remove(client + " " + account);
        }
    }
}
