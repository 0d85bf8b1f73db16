package dev.allclear.roster;

import java.util.EnumMap;
import java.util.Map;

/// How the lines of a file ended.
public record Tally(Map<Fate.Kind, Long> counts) {

    public static final Tally NONE = new Tally(Map.of());

    public Tally {
        counts = Map.copyOf(counts);
    }

    public Tally and(Fate.Kind kind) {
        var more = new EnumMap<Fate.Kind, Long>(Fate.Kind.class);
        more.putAll(counts);
        more.merge(kind, 1L, Long::sum);
        return new Tally(more);
    }

    public long of(Fate.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    public long lines() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// `1,000 lines: 900 added, 100 refused`
    public String inWords() {
        var words = new StringBuilder().append("%,d lines".formatted(lines()));
        var between = ": ";
        for (var kind : Fate.Kind.values()) {
            if (of(kind) > 0) {
                words.append(between).append("%,d %s".formatted(of(kind), kind.key()));
                between = ", ";
            }
        }
        return words.toString();
    }
}
