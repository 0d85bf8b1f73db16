package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.audience.SubscriberId;

/// Fresh ids that stand in order, for many who come at once: a database that keeps its rows in the order of their ids
/// writes them one after the other, instead of one to each page. Eight characters of chance, then four that count.
final class RowIds {

    private static final int CHANCE = 8;
    private static final int DIGITS = 4;
    private static final int BASE = 36;
    private static final int MOST = BASE * BASE * BASE * BASE;

    private final Entropy entropy;
    private String drawn = "";
    private int count = MOST;

    RowIds(Entropy entropy) {
        this.entropy = entropy;
    }

    SubscriberId next() {
        if (count == MOST) {
            drawn = entropy.id().substring(0, CHANCE);
            count = 0;
        }
        // Digits sort before letters, byte by byte.
        var counted = Integer.toString(count++, BASE);
        return new SubscriberId(drawn + "0".repeat(DIGITS - counted.length()) + counted);
    }
}
