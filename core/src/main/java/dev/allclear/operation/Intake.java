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
    private final List<Entrant> entrants = new ArrayList<>();
    private final List<Subscriber> newcomers = new ArrayList<>();
    private final List<Subscriber> changed = new ArrayList<>();
    private final List<SubscriberId> asked = new ArrayList<>();
    private final List<Partings.Parting> partings = new ArrayList<>();
    private long mayAsk;

    /// @param language of those of whom the file says none
    /// @param mayAsk how many may still be asked by mail
    Intake(
            PageId page,
            Terms terms,
            Language language,
            Instant now,
            RowIds ids,
            Entropy entropy,
            Signature signature,
            long mayAsk) {
        this.page = page;
        this.terms = terms;
        this.language = language;
        this.now = now;
        this.ids = ids;
        this.entropy = entropy;
        this.signature = signature;
        this.mayAsk = mayAsk;
    }

    /// Understands the lines.
    ///
    /// @return what became of those that could not be understood, or were there before
    List<Fate> read(List<Line> lines, LineReader reader, Seen seen) {
        var fates = new ArrayList<Fate>();
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
        return fates;
    }

    private static Fate refused(long line, String field, String why) {
        return new Fate(line, Fate.Kind.REFUSED, field, why);
    }

    /// Decides what becomes of the others, and stores it.
    List<Fate> take(Tx tx) {
        var fates = look(tx);
        tx.subscribers().addMissing(newcomers);
        tx.subscribers().replace(changed);
        tx.partings().note(page, partings);
        for (var id : asked) {
            tx.outbox()
                    .add(new Announcement(new AnnouncementId(entropy.id()), page, new Subject.OfConfirmation(id), now));
        }
        return fates;
    }

    /// Decides what becomes of the others.
    List<Fate> look(Tx tx) {
        var known = tx.subscribers()
                .among(page, entrants.stream().map(Entrant::address).toList());
        var seals = new HashMap<Entrant, String>();
        entrants.stream()
                .filter(one -> !known.containsKey(one.address().key()))
                .forEach(one -> seals.put(one, signature.seal(page, one.address())));
        var parted = tx.partings().among(page, seals.values());
        return new ArrayList<>(entrants.stream()
                .map(one -> {
                    var subscriber = known.get(one.address().key());
                    return subscriber == null ? come(one, seals, parted) : meet(one, subscriber);
                })
                .toList());
    }

    /// Somebody whom we don't know, or know no longer.
    private Fate come(Entrant one, Map<Entrant, String> seals, Map<String, Partings.Parting> parted) {
        var seal = seals.getOrDefault(one, "");
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

    /// As the lines stand in the file.
    static List<Fate> inOrder(List<Fate> fates) {
        return fates.stream().sorted(Comparator.comparingLong(Fate::line)).toList();
    }
}
