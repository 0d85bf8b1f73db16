package dev.allclear.operation;

import dev.allclear.Fault;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.language.Language;
import dev.allclear.people.Actor;
import dev.allclear.playbook.Edition;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.PlaybookReader;
import dev.allclear.playbook.Reading;
import dev.allclear.playbook.Slug;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The front door for the playbooks of the company's own. Every change is a new version, so that each has a way back.
///
/// `seen` is the number of the version that the sender looked at; 0 for none.
public final class PlaybookDesk {

    private static final int LIMIT = 100_000;
    private static final int MOST = 300;

    private final Store store;
    private final InstantSource clock;

    public PlaybookDesk(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What ships, with the page's own in its place.
    public Library library(PageId page) {
        return Library.withOwn(store.reading(tx -> tx.playbooks().newest(page)));
    }

    /// All versions of one, newest first; empty for what only ships.
    public List<Edition> editions(PageId page, Slug slug, Language language) {
        return store.reading(tx -> tx.playbooks().editions(page, slug, language));
    }

    /// @throws Refused.Invalid with every mistake in the text, each with its line
    public Edition save(PageId page, Slug slug, Language language, String text, long seen, Actor actor) {
        var written = Text.prose("text", text, LIMIT) + "\n";
        if (PlaybookReader.read(slug, language, written) instanceof Reading.Unclear(var mistakes)) {
            throw new Refused.Invalid(mistakes.stream()
                    .map(mistake -> new Fault("text", mistake.toString()))
                    .toList());
        }
        return store.inTransaction(tx -> {
            var newest = newest(tx, page, slug, language);
            if (newest.isEmpty() && tx.playbooks().newest(page).size() >= MOST) {
                throw new Refused.Conflict("A page can't have more than " + MOST + " playbooks of its own.");
            }
            return add(tx, page, slug, language, Optional.of(written), seen, actor, "playbook.saved");
        });
    }

    /// Takes it away. Where one of that name ships with the product, that one is back in its place.
    public Edition remove(PageId page, Slug slug, Language language, long seen, Actor actor) {
        return store.inTransaction(tx -> {
            if (newest(tx, page, slug, language).flatMap(Edition::text).isEmpty()) {
                throw new Refused.NotFound("playbook of your own");
            }
            return add(tx, page, slug, language, Optional.empty(), seen, actor, "playbook.removed");
        });
    }

    /// Brings back what an earlier version said.
    public Edition restore(PageId page, Slug slug, Language language, long number, long seen, Actor actor) {
        return store.inTransaction(tx -> {
            var text = tx.playbooks().editions(page, slug, language).stream()
                    .filter(edition -> edition.number() == number)
                    .findFirst()
                    .flatMap(Edition::text)
                    .orElseThrow(() -> new Refused.NotFound("version"));
            return add(tx, page, slug, language, Optional.of(text), seen, actor, "playbook.restored");
        });
    }

    private static Optional<Edition> newest(Tx tx, PageId page, Slug slug, Language language) {
        return tx.playbooks().editions(page, slug, language).stream().findFirst();
    }

    private Edition add(
            Tx tx,
            PageId page,
            Slug slug,
            Language language,
            Optional<String> text,
            long seen,
            Actor actor,
            String action) {
        var number = newest(tx, page, slug, language).map(Edition::number).orElse(0L);
        if (number != seen) {
            throw new Refused.ChangedMeanwhile("playbook");
        }
        var edition = new Edition(slug, language, number + 1, text, actor.name(), clock.instant());
        tx.playbooks().add(page, edition);
        tx.journal()
                .append(
                        page,
                        edition.at(),
                        actor.name(),
                        action,
                        language.tag() + "/" + slug,
                        "version " + edition.number());
        return edition;
    }
}
