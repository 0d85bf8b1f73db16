package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Selection;
import dev.allclear.audience.SubscriberId;
import dev.allclear.people.Actor;
import dev.allclear.roster.Fate;
import dev.allclear.roster.Line;
import dev.allclear.roster.LineReader;
import dev.allclear.roster.Lines;
import dev.allclear.roster.RosterWriter;
import dev.allclear.roster.Seen;
import dev.allclear.roster.Tally;
import dev.allclear.roster.Terms;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Signature;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The front door for files of subscribers, however they come: taking one in, looking at what that would do, and
/// writing one.
///
/// A file is taken in by portions, each in a transaction of its own, and nothing is remembered between them: whoever
/// takes a file in again, after a crash or by mistake, changes nothing about those who are there already, and sends no
/// mail a second time.
public final class RosterDesk {

    /// So many that the pages of the indexes are written seldom, and so few that nobody who writes beside us waits
    /// long.
    private static final int PORTION = 5_000;

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Signature signature;

    public RosterDesk(Store store, InstantSource clock, Entropy entropy, Signature signature) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.signature = signature;
    }

    /// Takes them in.
    ///
    /// @param told hears what became of each line, after it is stored
    public Tally take(PageId page, Lines lines, Terms terms, Actor actor, Consumer<Fate> told) {
        var tally = each(page, lines, terms, true, told);
        store.inTransaction(tx -> {
            var declared = terms.consent().map(consent -> "; declared: " + consent.words());
            tx.journal()
                    .append(
                            page,
                            clock.instant(),
                            actor.name(),
                            "subscribers.imported",
                            "",
                            tally.inWords() + declared.orElse(""));
            return tally;
        });
        return tally;
    }

    /// What would become of them; changes nothing.
    public Tally look(PageId page, Lines lines, Terms terms, Consumer<Fate> told) {
        return each(page, lines, terms, false, told);
    }

    private Tally each(PageId page, Lines lines, Terms terms, boolean isReal, Consumer<Fate> told) {
        var now = clock.instant();
        var reader = new LineReader(store.reading(tx -> tx.catalogues().of(page).value()), now);
        var language = store.reading(tx -> tx.pages().find(page))
                .orElseThrow(() -> new Refused.NotFound("page"))
                .value()
                .language();
        var seen = new Seen();
        var ids = new RowIds(entropy);
        Supplier<Intake> nextIntake = () -> {
            var intake = new Intake(page, terms, language, now, ids, entropy, signature);
            intake.read(next(lines), reader, seen);
            return intake;
        };
        // While one portion is stored, the next is read and understood.
        try (var ahead = new Ahead<>(nextIntake)) {
            var tally = Tally.NONE;
            var asked = 0L;
            for (var intake = ahead.next(); !intake.isEmpty(); intake = ahead.next()) {
                for (var fate : fates(intake, isReal, terms.askAtMost() - asked)) {
                    tally = tally.and(fate.kind());
                    asked += fate.kind() == Fate.Kind.ASKED ? 1 : 0;
                    told.accept(fate);
                }
            }
            return tally;
        }
    }

    private List<Fate> fates(Intake intake, boolean isReal, long mayAsk) {
        return isReal
                ? store.inTransaction(tx -> intake.take(tx, mayAsk))
                : store.reading(tx -> intake.look(tx, mayAsk));
    }

    private static List<Line> next(Lines lines) {
        var portion = new ArrayList<Line>(PORTION);
        while (portion.size() < PORTION) {
            var line = lines.next();
            if (line.isEmpty()) {
                return portion;
            }
            portion.add(line.get());
        }
        return portion;
    }

    /// Writes all of them as CSV, piece by piece.
    public void write(PageId page, Selection which, Consumer<String> out) {
        var writer =
                new RosterWriter(store.reading(tx -> tx.catalogues().of(page).value()), clock.instant());
        out.accept(RosterWriter.head());
        var last = Optional.<SubscriberId>empty();
        while (true) {
            var after = last;
            var portion = store.reading(tx -> tx.subscribers().each(page, which, after, PORTION));
            var text = new StringBuilder();
            portion.forEach(one -> text.append(writer.line(one)));
            if (!text.isEmpty()) {
                out.accept(text.toString());
            }
            if (portion.size() < PORTION) {
                return;
            }
            last = Optional.of(portion.getLast().id());
        }
    }
}
