package dev.allclear.app.imports.cstate;

import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import dev.allclear.app.imports.cstate.Body.Block;
import dev.allclear.app.imports.cstate.Body.Order;
import dev.allclear.app.imports.cstate.Marker.Role;
import dev.allclear.incident.Update;
import dev.allclear.operation.PastIncident.PastWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the text of an issue into updates with their times.
///
/// No time is made up: a message whose time nobody wrote down stays in one update with the message before it, and where
/// the order can't be known the text stays whole.
final class Story {

    private final Body body;
    private final Instant start;
    private final Optional<Instant> end;
    private final Instant now;
    private final Update.Kind opening;
    private final Findings.OfFile findings;
    private final int line;
    private final List<PastWord> words = new ArrayList<>();

    /// @param end empty while it is open
    /// @param opening what sort of word the first one is when it doesn't say so itself
    /// @param line where the text begins in the file
    Story(
            Body body,
            Instant start,
            Optional<Instant> end,
            Instant now,
            Update.Kind opening,
            Findings.OfFile findings,
            int line) {
        this.body = body;
        this.start = start;
        this.end = end;
        this.now = now;
        this.opening = opening;
        this.findings = findings;
        this.line = line;
    }

    /// Oldest first, at least one.
    ///
    /// @param instead what to say when the text is empty
    List<PastWord> words(String instead) {
        if (body.whole().isEmpty()) {
            findings.add(Kind.EMPTY_TEXT, line, "there is no text; the title stands in its place");
            return List.of(new PastWord(instead, start, Optional.of(opening)));
        }
        var order = body.order(start);
        if (body.blocks().isEmpty()) {
            return whole();
        }
        if (order == Order.UNCLEAR) {
            findings.add(Kind.KEPT_WHOLE, line, "which message came first is unclear; they stay in one update");
            return whole();
        }
        told(order);
        if (words.isEmpty()) {
            return whole();
        }
        if (!isInOrder()) {
            findings.add(
                    Kind.KEPT_WHOLE, line, "the times of the messages contradict each other; they stay in one update");
            return whole();
        }
        return List.copyOf(words);
    }

    private List<PastWord> whole() {
        return List.of(new PastWord(body.whole(), start, Optional.of(opening)));
    }

    private void told(Order order) {
        var blocks = order == Order.NEWEST_FIRST ? body.blocks().reversed() : body.blocks();
        var pending = body.preamble();
        if (order == Order.OLDEST_FIRST && body.speaksBeforeItsBlocks(start)) {
            add(pending, start, opening);
            pending = "";
        }
        for (var block : blocks) {
            tell(block);
        }
        if (!pending.isEmpty() && !words.isEmpty()) {
            // What stands above the newest message belongs to it: links to the details, mostly.
            var newest = words.removeLast();
            words.add(new PastWord(pending + "\n\n" + newest.text(), newest.at(), newest.kind()));
        }
    }

    private void tell(Block block) {
        var marker = block.marker();
        if (block.text().isEmpty()) {
            findings.add(
                    Kind.EMPTY_TEXT, line, "nothing stands below \"" + marker.label() + "\"; the line was left out");
        } else if (words.isEmpty()) {
            tellFirst(block);
        } else if (marker.at().isPresent() || isAllClear(marker)) {
            var before = words.getLast();
            var at = marker.at().orElseGet(() -> later(before.at(), end.orElse(start)));
            add(labelled(block), at, kind(marker, at, before.kind().orElseThrow()));
        } else {
            var before = words.removeLast();
            words.add(new PastWord(
                    before.text() + "\n\n" + marker.heading() + "\n\n" + block.text(), before.at(), before.kind()));
        }
    }

    /// A lone all-clear was said when it was over; any other first message when it began, unless it says when.
    private void tellFirst(Block block) {
        var marker = block.marker();
        if (isAllClear(marker) && body.blocks().size() == 1) {
            add(labelled(block), marker.at().orElse(end.orElse(start)), Update.Kind.RESOLVED);
        } else {
            var kind =
                    marker.kind().filter(said -> said != Update.Kind.RESOLVED).orElse(opening);
            add(labelled(block), marker.at().filter(start::isBefore).orElse(start), kind);
        }
    }

    private boolean isAllClear(Marker marker) {
        return marker.role() == Role.LAST && end.isPresent();
    }

    /// Whatever was said once it was over is part of the all-clear, unless it says of itself that it isn't.
    private Update.Kind kind(Marker marker, Instant at, Update.Kind before) {
        if (isAllClear(marker) || before == Update.Kind.RESOLVED) {
            return Update.Kind.RESOLVED;
        }
        var isOver = end.filter(start::isBefore).map(over -> !at.isBefore(over)).orElse(false);
        return marker.kind()
                .filter(kind -> kind != Update.Kind.RESOLVED)
                .orElse(isOver ? Update.Kind.RESOLVED : before);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static String labelled(Block block) {
        return block.marker().telling() ? block.marker().heading() + "\n\n" + block.text() : block.text();
    }

    private void add(String text, Instant at, Update.Kind kind) {
        words.add(new PastWord(text, at, Optional.of(kind)));
    }

    private boolean isInOrder() {
        var before = start;
        for (var word : words) {
            if (word.at().isBefore(before) || word.at().isAfter(now)) {
                return false;
            }
            before = word.at();
        }
        return true;
    }
}
