package dev.allclear.engine;

import dev.allclear.Entropy;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.transaction.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Hands each letter to the first provider that works, and leaves alone for a while whoever does not: a provider that
/// is out of reach, and the domain of a recipient that takes nothing more for now.
final class Carriers {

    private static final int DOMAINS = 1_000;

    /// So many letters in a row that a provider takes in without an answer, and it is left alone like one that is out
    /// of
    /// reach: each of them may come twice.
    private static final int SILENCES = 5;

    /// So soon a letter that waits for its place hears that it is not wanted any more.
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final Logger LOG = System.getLogger(Carriers.class.getName());

    private final List<Provider> providers;
    private final List<Breaker> breakers;
    private final List<Optional<Pace>> paces;
    private final Map<String, Breaker> domains = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Breaker> eldest) {
            return size() > DOMAINS;
        }
    };
    private final Refusals refusals = new Refusals();
    private final int[] silences;
    private final LongSupplier steady;
    private final Entropy entropy;

    /// @param providers the preferred one first
    Carriers(List<Provider> providers, Store store, InstantSource clock, LongSupplier steady, Entropy entropy) {
        this.providers = List.copyOf(providers);
        this.breakers = providers.stream().map(_ -> new Breaker()).toList();
        this.paces = providers.stream()
                .map(provider ->
                        provider.pace().map(perSecond -> new Pace(store, clock, steady, provider.name(), perSecond)))
                .toList();
        this.silences = new int[providers.size()];
        this.steady = steady;
        this.entropy = entropy;
    }

    /// Whether a letter shall still go out.
    interface Going {

        /// Asked while it waits for its place.
        boolean isWanted();

        /// Asked right before a provider gets it. From then on it can't be taken back.
        boolean begins();
    }

    /// @return `Unavailable` when no provider takes anything at the moment, or it shall not go out any more
    Outcome send(Letter letter, Going going) {
        var domain = letter.to().domain();
        var busy = closed(domain);
        if (busy.isPresent()) {
            return new Outcome.Busy(domain + " takes no more for now; we wait before we ask again.", busy);
        }
        Outcome last = new Outcome.Unavailable("every provider is left alone for a while", Optional.of(untilNext()));
        try {
            for (var number = 0; number < providers.size(); number++) {
                if (isLetThrough(number)) {
                    last = tried(number, letter, going);
                    if (!(last instanceof Outcome.Unavailable)) {
                        return last;
                    }
                }
            }
            return last;
        } finally {
            releaseDomain(domain);
        }
    }

    private Outcome tried(int number, Letter letter, Going going) {
        var isOver = false;
        try {
            if (!keepsPace(number, going)) {
                return new Outcome.Unavailable("the pace can't be agreed on with other nodes", Optional.empty());
            }
            if (!going.begins()) {
                return new Outcome.Unavailable("it was taken back", Optional.empty());
            }
            var begun = steady.getAsLong();
            var outcome = noted(number, letter, providers.get(number).channel().send(letter), begun);
            isOver = true;
            return outcome;
        } finally {
            if (!isOver) {
                release(number);
            }
        }
    }

    /// @return false when nobody knows when it would be our turn
    private boolean keepsPace(int number, Going going) {
        if (paces.get(number).isEmpty()) {
            return true;
        }
        try {
            for (var left = paces.get(number).get().place();
                    left.isPositive() && going.isWanted();
                    left = left.minus(MOMENT)) {
                Thread.sleep(left.compareTo(MOMENT) < 0 ? left : MOMENT);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unknown) {
            LOG.log(
                    Level.WARNING,
                    "can't agree with other nodes on the pace of {0}; nothing is sent there until we can ({1})",
                    providers.get(number).name(),
                    unknown.getMessage());
            return false;
        }
        return true;
    }

    /// It was not tried after all: somebody else may.
    private synchronized void release(int number) {
        breakers.get(number).release();
    }

    private synchronized void releaseDomain(String domain) {
        var breaker = domains.get(domain);
        if (breaker != null) {
            breaker.release();
        }
    }

    private synchronized Optional<Duration> closed(String domain) {
        var breaker = domains.get(domain);
        var now = steady.getAsLong();
        return breaker == null || breaker.letsThrough(now)
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, breaker.closedUntil() - now)));
    }

    private synchronized boolean isLetThrough(int number) {
        return breakers.get(number).letsThrough(steady.getAsLong());
    }

    /// @return what it means for the letter
    private synchronized Outcome noted(int number, Letter letter, Outcome outcome, long begun) {
        var now = steady.getAsLong();
        var breaker = breakers.get(number);
        var domain = letter.to().domain();
        switch (outcome) {
            case Outcome.Unavailable(var why, var asked)
            when refusals.isOfThisLetter(number, letter.id()) -> {
                breaker.worked();
                return new Outcome.Deferred(why, asked);
            }
            case Outcome.Unavailable(var _, var asked) ->
                breaker.failed(begun, now, asked.orElse(Duration.ZERO), entropy.fraction());
            case Outcome.Busy(var _, var asked) -> {
                breaker.worked();
                domains.computeIfAbsent(domain, _ -> new Breaker())
                        .failed(begun, now, asked.orElse(Duration.ZERO), entropy.fraction());
            }
            case Outcome.Unknown _ -> {
                silences[number]++;
                if (silences[number] < SILENCES) {
                    breaker.worked();
                } else {
                    breaker.failed(begun, now, Duration.ZERO, entropy.fraction());
                }
            }
            case Outcome.Accepted _, Outcome.Rejected _, Outcome.Gone _, Outcome.Deferred _ -> {
                silences[number] = 0;
                breaker.worked();
                refusals.served(number);
                domains.remove(domain);
            }
        }
        return outcome;
    }

    /// How long until one of the providers may be tried again.
    synchronized Duration untilNext() {
        var now = steady.getAsLong();
        return Duration.ofNanos(breakers.stream()
                .mapToLong(breaker -> Math.max(0, breaker.closedUntil() - now))
                .min()
                .orElse(0));
    }
}
