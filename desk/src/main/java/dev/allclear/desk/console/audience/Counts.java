package dev.allclear.desk.console.audience;

import dev.allclear.PageId;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Ask;
import dev.allclear.operation.AudienceDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Numbers that take looking at everybody, so that with very many they are not counted at each look.
final class Counts {

    /// Below that many counting costs nothing, and everybody expects to see what they just did.
    private static final long FEW = 20_000;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Room room;
    private final Map<PageId, Known> known = new ConcurrentHashMap<>();

    Counts(Room room) {
        this.room = room;
    }

    private record Known(long confirmed, AudienceDesk.Lost lost, Instant at) {}

    long confirmed(Ask ask) {
        return fresh(ask).confirmed();
    }

    AudienceDesk.Lost lost(Ask ask) {
        return fresh(ask).lost();
    }

    private Known fresh(Ask ask) {
        var now = ask.now();
        var page = ask.page().id();
        var before = known.get(page);
        if (before != null
                && before.confirmed() > FEW
                && !before.at().isAfter(now)
                && before.at().plus(FRESH).isAfter(now)) {
            return before;
        }
        var counted = new Known(
                room.doors().store().reading(tx -> tx.subscribers().confirmedCount(page)),
                room.doors().audience().lost(page),
                now);
        known.put(page, counted);
        return counted;
    }
}
