package dev.allclear.kafka;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.engine.Relay.Bag;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Letters of one partition and one announcement in the hands of the engine.
final class LetterBag implements Bag {

    private final Shares shares;
    private final Share share;
    private final Posted first;
    private final boolean begunAgain;

    /// Those without an outcome that is kept, under the lock of `Shares`.
    private final Map<SubscriberId, Long> offsets = new HashMap<>();

    private final Map<SubscriberId, Posted> letters = new HashMap<>();

    /// @param taken at least one
    LetterBag(Shares shares, Share share, Map<Long, Posted> taken) {
        this.shares = shares;
        this.share = share;
        this.first = taken.values().iterator().next();
        this.begunAgain = share.isBegunAgain();
        taken.forEach((offset, letter) -> {
            offsets.put(letter.to(), offset);
            letters.put(letter.to(), letter);
        });
    }

    @Override
    public PageId page() {
        return first.page();
    }

    @Override
    public AnnouncementId announcement() {
        return first.announcement();
    }

    @Override
    public List<SubscriberId> people() {
        return List.copyOf(letters.keySet());
    }

    @Override
    public boolean isBegunAgain() {
        return begunAgain;
    }

    @Override
    public long heldUntil() {
        return shares.heldUntil();
    }

    @Override
    public boolean isRecalled() {
        return shares.locked(share::isRecalled);
    }

    Share share() {
        return share;
    }

    @Override
    public void ended(Collection<Delivery> outcomes) {
        outcomes.forEach(one -> shares.keep(
                this,
                new Ended(
                        Optional.ofNullable(letters.get(one.subscriber()))
                                .orElseThrow()
                                .portion(),
                        one)));
    }

    @Override
    public void pass(Collection<SubscriberId> people) {
        shares.change(() -> people.forEach(one -> {
            var offset = offsets.remove(one);
            var letter = letters.get(one);
            if (offset != null && letter != null) {
                share.done(offset, letter);
            }
            endIfOver();
        }));
    }

    /// Under the lock: its outcome is kept.
    void kept(SubscriberId who) {
        var offset = offsets.remove(who);
        if (offset != null) {
            share.done(offset);
        }
        endIfOver();
    }

    private void endIfOver() {
        if (offsets.isEmpty()) {
            share.isOver(this);
        }
    }

    @Override
    public void released() {
        shares.change(() -> {
            offsets.values().forEach(share::back);
            offsets.clear();
            share.isOver(this);
        });
    }
}
