package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Partings;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.audience.Tag;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.language.Language;
import dev.allclear.roster.Entrant;
import dev.allclear.roster.Fate;
import dev.allclear.roster.Line;
import dev.allclear.roster.LineReader;
import dev.allclear.roster.Seen;
import dev.allclear.roster.Terms;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One portion of a file of subscribers: decides what becomes of each line.
final class Intake {

    private static final String NO_PROOF =
            "Nothing proves that they agreed. Give consent_at and consent_source, declare for the whole file how they "
                    + "agreed, or let them be asked by mail.";

    private final PageId page;
    private final Terms terms;
    private final Language language;
    private final Instant now;
    private final RowIds ids;
    private final Entropy entropy;
    private final Signature signature;
    private final List<Fate> fates = new ArrayList<>();
    private final List<Entrant> entrants = new ArrayList<>();
    private final List<Subscriber> newcomers = new ArrayList<>();
    private final List<Subscriber> changed = new ArrayList<>();
    private final List<SubscriberId> asked = new ArrayList<>();
    private final List<Partings.Parting> partings = new ArrayList<>();
    private long mayAsk;

    /// @param language of those of whom the file says none
    Intake(PageId page, Terms terms, Language language, Instant now, RowIds ids, Entropy entropy, Signature signature) {
        this.page = page;
        this.terms = terms;
        this.language = language;
        this.now = now;
        this.ids = ids;
        this.entropy = entropy;
        this.signature = signature;
    }

    /// Understands the lines. Those that can't be understood, or were there before, have their fate with that.
    void read(List<Line> lines, LineReader reader, Seen seen) {
        for (var line : lines) {
            try {
                var entrant = reader.read(line);
                if (seen.add(entrant.address().key())) {
                    entrants.add(entrant);
                } else {
                    fates.add(refused(
                            line.number(), "email", "An earlier line has this address already; that one counts."));
                }
            } catch (Refused.Invalid wrong) {
                var fault = wrong.faults().getFirst();
                fates.add(refused(line.number(), fault.field(), fault.message()));
            }
        }
    }

    /// Whether there were no lines any more.
    boolean isEmpty() {
        return entrants.isEmpty() && fates.isEmpty();
    }

    private static Fate refused(long line, String field, String why) {
        return new Fate(line, Fate.Kind.REFUSED, field, why);
    }

    /// Decides what becomes of the others, and stores it.
    ///
    /// @param atMost how many may still be asked by mail
    /// @return what became of all, as they stand in the file
    List<Fate> take(Tx tx, long atMost) {
        var all = look(tx, atMost);
        tx.subscribers().addMissing(newcomers);
        tx.subscribers().replace(changed);
        tx.partings().note(page, partings);
        for (var id : asked) {
            tx.outbox()
                    .add(new Announcement(new AnnouncementId(entropy.id()), page, new Subject.OfConfirmation(id), now));
        }
        return all;
    }

    /// Decides what becomes of the others.
    ///
    /// @param atMost how many may still be asked by mail
    /// @return what became of all, as they stand in the file
    List<Fate> look(Tx tx, long atMost) {
        mayAsk = atMost;
        var known = tx.subscribers()
                .among(page, entrants.stream().map(Entrant::address).toList());
        var seals = new HashMap<String, String>();
        for (var one : entrants) {
            var key = one.address().key();
            if (!known.containsKey(key)) {
                seals.put(key, signature.seal(page, one.address()));
            }
        }
        var parted = tx.partings().among(page, seals.values());
        for (var one : entrants) {
            var key = one.address().key();
            var subscriber = known.get(key);
            fates.add(subscriber == null ? come(one, seals.getOrDefault(key, ""), parted) : meet(one, subscriber));
        }
        fates.sort(Comparator.comparingLong(Fate::line));
        return fates;
    }

    /// Somebody whom we don't know, or know no longer.
    private Fate come(Entrant one, String seal, Map<String, Partings.Parting> parted) {
        var parting = parted.get(seal);
        if (parting != null) {
            return refused(
                    one.line(),
                    "email",
                    switch (parting.reason()) {
                        case LEFT -> "They have unsubscribed; only they can come back, by the form on the page.";
                        case ERASED -> "They were erased; only they can come back, by the form on the page.";
                        case SILENT -> "They were asked before and never answered; nobody is asked twice.";
                    });
        }
        if (one.hasLeft()) {
            partings.add(new Partings.Parting(seal, Partings.Reason.LEFT, now));
            return refused(one.line(), "state", "They have unsubscribed, and stay so here.");
        }
        var consent = one.proof().or(terms::consent);
        if (consent.isPresent()) {
            var proof = one.proof().isPresent()
                    ? consent.get().words()
                    : "declared on import: " + consent.get().words();
            newcomers.add(newcomer(one, new Standing.Confirmed(consent.get().at(), proof)));
            return new Fate(one.line(), Fate.Kind.ADDED, "", "");
        }
        if (mayAsk <= 0) {
            return refused(one.line(), "consent_at", NO_PROOF);
        }
        mayAsk--;
        var newcomer = newcomer(one, new Standing.Pending());
        newcomers.add(newcomer);
        asked.add(newcomer.id());
        return new Fate(one.line(), Fate.Kind.ASKED, "", "Asked by mail.");
    }

    private Subscriber newcomer(Entrant one, Standing standing) {
        return new Subscriber(
                ids.next(),
                page,
                one.address(),
                standing,
                one.choice(Choice.EVERYTHING),
                one.language().orElse(language),
                one.zone(),
                one.createdAt().orElse(now),
                tags(one, Set.of()),
                one.pause());
    }

    private Set<Tag> tags(Entrant one, Set<Tag> before) {
        if (one.tags().isEmpty() && terms.tags().isEmpty()) {
            return before;
        }
        var all = new HashSet<>(before);
        all.addAll(one.tags());
        all.addAll(terms.tags());
        return all;
    }

    /// Somebody who is here: their own word counts, except that the desk may tag whom it likes.
    private Fate meet(Entrant one, Subscriber before) {
        if (before.standing() instanceof Standing.Left) {
            return refused(
                    one.line(), "email", "They have unsubscribed; only they can come back, by the form on the page.");
        }
        if (one.hasLeft()) {
            return new Fate(
                    one.line(), Fate.Kind.UNCHANGED, "state", "They are subscribed here, whatever they did elsewhere.");
        }
        var next = before.tagged(tags(one, before.tags()));
        if (terms.overwrite()) {
            next = next.choosing(
                    one.choice(before.choice()),
                    one.language().orElse(before.language()),
                    one.zone().or(before::zone));
        }
        if (!next.equals(before)) {
            changed.add(next);
            return new Fate(one.line(), Fate.Kind.CHANGED, "", "");
        }
        return new Fate(
                one.line(),
                Fate.Kind.UNCHANGED,
                "",
                before.isConfirmed() ? "" : "Asked before; they hear from us once they say yes.");
    }
}
