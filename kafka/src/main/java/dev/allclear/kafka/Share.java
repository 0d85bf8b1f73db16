package dev.allclear.kafka;

import dev.allclear.delivery.DeliveryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One partition that is ours: its letters that are not done, and its outcomes that are not written down. Whoever has
/// the letters has the outcomes too, so that it knows of every letter whether it was sent, by whomever.
///
/// Used by several threads, under the lock of `Shares`.
final class Share {

    /// So often letters are begun by somebody who then dies, before they are looked at one by one.
    private static final int LOSSES = 3;

    private final int partition;
    private final long firstLetter;
    private final long knownUpto;
    private final int losses;

    private final TreeMap<Long, Posted> open = new TreeMap<>();
    private final TreeSet<Long> toTake = new TreeSet<>();
    private final Set<DeliveryId> known = new HashSet<>();
    private final Deque<Map.Entry<Long, Ended>> unwritten = new ArrayDeque<>();
    private final Set<LetterBag> bags = new HashSet<>();
    private long nextLetter;
    private long nextOutcome;
    private boolean recalled;

    /// @param firstLetter that may not be done
    /// @param firstOutcome that may not be written down
    /// @param knownUpto all outcomes before this one must be known before a letter is sent
    /// @param losses how many had the first letter in hand before us and died
    Share(int partition, long firstLetter, long firstOutcome, long knownUpto, int losses) {
        this.partition = partition;
        this.firstLetter = firstLetter;
        this.nextLetter = firstLetter;
        this.nextOutcome = firstOutcome;
        this.knownUpto = knownUpto;
        this.losses = losses;
    }

    int partition() {
        return partition;
    }

    /// Whether it is known which letters were sent.
    boolean isCaughtUp() {
        return nextOutcome >= knownUpto;
    }

    void arrived(long offset, Posted letter) {
        nextLetter = offset + 1;
        if (known.add(new DeliveryId(letter.announcement(), letter.to()))) {
            open.put(offset, letter);
            toTake.add(offset);
        }
    }

    void arrived(long offset, Ended outcome) {
        nextOutcome = offset + 1;
        known.add(outcome.delivery().id());
        unwritten.add(Map.entry(offset, outcome));
    }

    /// What can't be read is left out: it would be read again and again.
    void passedLetter(long offset) {
        nextLetter = offset + 1;
    }

    void passedOutcome(long offset) {
        nextOutcome = offset + 1;
    }

    int waiting() {
        return toTake.size();
    }

    int unwritten() {
        return unwritten.size();
    }

    /// Letters of one announcement, in order.
    Map<Long, Posted> take(int most) {
        var taken = new TreeMap<Long, Posted>();
        while (!recalled && isCaughtUp() && taken.size() < most && !toTake.isEmpty()) {
            var offset = toTake.getFirst();
            var letter = open.get(offset);
            if (letter == null
                    || (!taken.isEmpty()
                            && !taken.firstEntry().getValue().announcement().equals(letter.announcement()))) {
                break;
            }
            taken.put(toTake.removeFirst(), letter);
        }
        return taken;
    }

    void handedOut(LetterBag bag) {
        bags.add(bag);
    }

    void isOver(LetterBag bag) {
        bags.remove(bag);
    }

    /// Whether letters are in somebody's hands.
    boolean isBusy() {
        return !bags.isEmpty();
    }

    boolean isBegunAgain() {
        return losses > LOSSES && firstOpen() == firstLetter;
    }

    void done(long offset) {
        open.remove(offset);
    }

    void done(long offset, Posted withoutOutcome) {
        done(offset);
        known.remove(new DeliveryId(withoutOutcome.announcement(), withoutOutcome.to()));
    }

    void back(long offset) {
        if (open.containsKey(offset)) {
            toTake.add(offset);
        }
    }

    void recall() {
        recalled = true;
    }

    boolean isRecalled() {
        return recalled;
    }

    List<Ended> toWriteDown(int most) {
        var batch = new ArrayList<Ended>();
        for (var one : unwritten) {
            if (batch.size() == most) {
                break;
            }
            batch.add(one.getValue());
        }
        return batch;
    }

    void written(int outcomes) {
        for (var count = 0; count < outcomes; count++) {
            known.remove(unwritten.removeFirst().getValue().delivery().id());
        }
    }

    /// All letters before this one are done.
    long firstOpen() {
        return open.isEmpty() ? nextLetter : open.firstKey();
    }

    /// How far this share has come, as it is kept in Kafka.
    Progress progress() {
        var done = nextLetter - firstOpen() - open.size();
        return new Progress(firstOpen(), done, firstOpen() == firstLetter ? losses : 0);
    }

    /// All outcomes before this one are written down.
    long firstUnwritten() {
        return unwritten.isEmpty() ? nextOutcome : unwritten.getFirst().getKey();
    }
}
