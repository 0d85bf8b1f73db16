package dev.allclear.engine;

import dev.allclear.delivery.DeliveryId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Whether a provider that takes a letter no further takes nothing at all, or not this one: when it has served others
/// since it last refused this letter, it means this letter. Not safe for use by several threads at once.
final class Refusals {

    private static final int REMEMBERED = 1_000;

    private record Refusal(int provider, DeliveryId letter) {}

    private final Map<Integer, Long> served = new HashMap<>();
    private final Map<Refusal, Long> servedBefore = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Refusal, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// It did something with a letter, whatever that was.
    void served(int provider) {
        served.merge(provider, 1L, Long::sum);
    }

    /// It took this one no further.
    ///
    /// @return whether that is about this letter
    boolean isOfThisLetter(int provider, DeliveryId letter) {
        var now = served.getOrDefault(provider, 0L);
        var before = servedBefore.put(new Refusal(provider, letter), now);
        return before != null && now > before;
    }
}
