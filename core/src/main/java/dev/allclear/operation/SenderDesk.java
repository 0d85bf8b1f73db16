package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.people.Actor;
import dev.allclear.sender.Finding;
import dev.allclear.sender.Finding.Verdict;
import dev.allclear.sender.KeyMaker;
import dev.allclear.sender.SelfCheck;
import dev.allclear.sender.SigningKey;
import dev.allclear.sender.SigningKey.State;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The front door for the keys that sign our mails: made, published by whoever owns the domain, then taken into use.
///
/// They belong to the installation, as the address in `From` does. A key signs only once its record was seen in DNS, so
/// rotating can't break a mail.
public final class SenderDesk {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Store store;
    private final InstantSource clock;
    private final KeyMaker maker;
    private final SelfCheck receivers;
    private final String domain;
    private volatile Looked last = new Looked(Instant.EPOCH, List.of());

    private record Looked(Instant at, List<Finding> findings) {}

    /// @param receivers what they find in DNS
    public SenderDesk(Store store, InstantSource clock, KeyMaker maker, SelfCheck receivers) {
        this.store = store;
        this.clock = clock;
        this.maker = maker;
        this.receivers = receivers;
        this.domain = receivers.domain();
    }

    public String domain() {
        return domain;
    }

    /// Newest first.
    public List<SigningKey> keys() {
        return store.reading(tx -> tx.signingKeys().all(domain));
    }

    /// The one that signs.
    public Optional<SigningKey> active() {
        return keys().stream().filter(key -> key.state() == State.ACTIVE).findFirst();
    }

    /// Whether mails go out unsigned although a key should sign them: it was sealed under another secret, as after a
    /// move.
    public boolean isLockedOut() {
        return active().filter(key -> !maker.vault().opens(key)).isPresent();
    }

    /// A new key, which waits for its record. The old one goes on signing.
    public SigningKey make(PageId page, Actor actor) {
        var selector = nextSelector(keys());
        // It takes a while: not within the transaction.
        var made = maker.make(domain, selector, clock.instant());
        return store.inTransaction(tx -> {
            var known = tx.signingKeys().all(domain);
            if (known.stream().anyMatch(key -> key.state() == State.MADE)) {
                throw new Refused.Conflict("There is a new key already. Publish its record, or check it.");
            }
            if (known.stream().anyMatch(key -> key.selector().equals(selector))) {
                throw new Refused.Conflict("Somebody else made a key at the same moment.");
            }
            tx.signingKeys().save(made);
            note(tx, page, actor, "signing_key.made", made);
            return made;
        });
    }

    /// `ac2026a`, `ac2026b`: a name is never used twice, for DNS remembers.
    private String nextSelector(List<SigningKey> known) {
        var year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        for (var letter = 'a'; letter <= 'z'; letter++) {
            var selector = "ac" + year + letter;
            if (known.stream().noneMatch(key -> key.selector().equals(selector))) {
                return selector;
            }
        }
        throw new Refused.Conflict("There were 26 keys this year; that is enough.");
    }

    /// Looks for the key's record in DNS; once it is there, the key signs, and the one before retires.
    public Verdict check(PageId page, String selector, Actor actor) {
        var key = keys().stream()
                .filter(one -> one.selector().equals(selector))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("signing key"));
        var seen = receivers.signature(key).verdict();
        last = new Looked(Instant.EPOCH, List.of());
        if (seen == Verdict.FOUND && key.state() == State.MADE) {
            store.inTransaction(tx -> {
                activate(tx, page, key, actor);
                return key;
            });
        }
        return seen;
    }

    /// What receivers find out about us, a minute old at most.
    public List<Finding> findings() {
        var now = clock.instant();
        var looked = last;
        if (looked.at().plus(REMEMBERED).isAfter(now)) {
            return looked.findings();
        }
        var findings = Stream.concat(active().map(receivers::signature).stream(), receivers.run().stream())
                .toList();
        last = new Looked(now, findings);
        return findings;
    }

    private void activate(Tx tx, PageId page, SigningKey key, Actor actor) {
        var now = clock.instant();
        for (var one : tx.signingKeys().all(domain)) {
            if (one.selector().equals(key.selector()) && one.state() == State.MADE) {
                tx.signingKeys().save(one.active(now));
                note(tx, page, actor, "signing_key.activated", one);
            } else if (one.state() == State.ACTIVE && !one.selector().equals(key.selector())) {
                tx.signingKeys().save(one.retired(now));
                note(tx, page, actor, "signing_key.retired", one);
            }
        }
    }

    private void note(Tx tx, PageId page, Actor actor, String action, SigningKey key) {
        tx.journal().append(page, clock.instant(), actor.name(), action, key.selector(), key.name());
    }
}
