package dev.allclear.app.imports.cstate;

import dev.allclear.app.imports.cstate.Marker.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of an issue, taken apart at the lines that set one message apart from the next.
///
/// @param preamble what stands above the first such line
/// @param blocks as they stand in the file
record Body(String whole, String preamble, List<Block> blocks) {

    /// One message with the line above it.
    record Block(Marker marker, String text) {}

    /// In which direction the messages follow each other.
    enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST,
        UNCLEAR
    }

    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");
    private static final Pattern RULES =
            Pattern.compile("\\A(?:\\s*\\n|(?:-{3,}|\\*{3,}|_{3,})\\s*\\n)*|(?:\\n(?:-{3,}|\\*{3,}|_{3,})?\\s*)*\\z");

    static Body of(String text, ZoneId zone) {
        var preamble = new StringBuilder();
        var blocks = new ArrayList<Block>();
        var gathered = preamble;
        Optional<Marker> above = Optional.empty();
        var inCode = false;
        for (var line : text.split("\n", -1)) {
            inCode ^= FENCE.matcher(line).matches();
            var marker = inCode ? Optional.<Marker>empty() : Marker.read(line, zone);
            if (marker.isEmpty()) {
                gathered.append(line).append('\n');
                continue;
            }
            if (above.isPresent()) {
                blocks.add(new Block(above.get(), trimmed(gathered)));
            }
            above = marker;
            gathered = new StringBuilder(marker.get().rest()).append('\n');
        }
        var last = gathered;
        above.ifPresent(marker -> blocks.add(new Block(marker, trimmed(last))));
        return new Body(text.strip(), trimmed(preamble), List.copyOf(blocks));
    }

    private static String trimmed(StringBuilder text) {
        return RULES.matcher(text.toString().strip() + "\n").replaceAll("").strip();
    }

    /// @param start when the incident began
    Order order(Instant start) {
        var newestFirst = 0;
        var oldestFirst = 0;
        if (blocks.size() > 1) {
            newestFirst += has(blocks.getLast(), Role.FIRST) + has(blocks.getFirst(), Role.LAST);
            oldestFirst += has(blocks.getFirst(), Role.FIRST) + has(blocks.getLast(), Role.LAST);
        }
        var times = blocks.stream()
                .map(block -> block.marker().at())
                .flatMap(Optional::stream)
                .toList();
        if (times.size() > 1) {
            newestFirst += isSorted(times.reversed()) ? 1 : 0;
            oldestFirst += isSorted(times) ? 1 : 0;
        }
        if (speaksBeforeItsBlocks(start)) {
            oldestFirst++;
        }
        if (newestFirst == 0 && oldestFirst == 0) {
            return blocks.size() == 1
                            && preamble.isEmpty()
                            && blocks.getFirst().marker().isClear()
                    ? Order.OLDEST_FIRST
                    : Order.UNCLEAR;
        }
        return newestFirst > 0 && oldestFirst > 0
                ? Order.UNCLEAR
                : newestFirst > 0 ? Order.NEWEST_FIRST : Order.OLDEST_FIRST;
    }

    private static int has(Block block, Role role) {
        return block.marker().role() == role ? 1 : 0;
    }

    private static boolean isSorted(List<Instant> times) {
        return times.stream().sorted(Comparator.naturalOrder()).toList().equals(times);
    }

    /// The first message has no line above it when every other one was written later, by the clock.
    boolean speaksBeforeItsBlocks(Instant start) {
        return !preamble.isEmpty()
                && blocks.stream()
                        .allMatch(block -> block.marker().role() != Role.FIRST
                                && block.marker().at().filter(start::isBefore).isPresent());
    }

    /// When the last message says that it was over; for incidents whose end stands nowhere else.
    Optional<Instant> saidToBeOver() {
        return blocks.stream()
                .filter(block -> block.marker().role() == Role.LAST)
                .flatMap(block -> block.marker().at().stream())
                .max(Comparator.naturalOrder());
    }
}
