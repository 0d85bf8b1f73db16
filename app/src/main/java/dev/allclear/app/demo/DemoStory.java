package dev.allclear.app.demo;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.people.AccountId;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Fills an empty store with Tallyport, a company that doesn't exist: fourteen months of history that nobody is told
/// of, and one incident that is open now and that its subscribers hear of.
///
/// Everything happens at times counted from the start, and is the same for the same start and seed.
public final class DemoStory {

    private static final List<String> HISTORY = List.of("payments.yaml", "shipping.yaml", "platform.yaml");

    private final Store store;
    private final Instant start;
    private final long seed;

    /// @param start the moment at which people begin to look
    public DemoStory(Store store, Instant start, long seed) {
        this.store = store;
        this.start = start;
        this.seed = seed;
    }

    /// Where the story left its readers.
    ///
    /// @param owner has no password yet: sign in by a one-time link
    public record Told(PageId page, AccountId owner) {}

    /// All of it in one transaction.
    ///
    /// @throws Refused.Conflict when there is a page already
    public Told tell() {
        return store.inTransaction(tx -> {
            if (!tx.pages().all().isEmpty()) {
                throw new Refused.Conflict("The demo needs an empty database, and this one has a page.");
            }
            return told();
        });
    }

    private Told told() {
        var company = Script.company();
        var clock = new StoryClock(start);
        var entropy = new StoryEntropy(seed);
        var calendar = new StoryCalendar(start, ZoneId.of(company.page().zone()));
        var cast = new Cast(company, entropy);
        var silent = new SilentStore(store);
        var founding = new Founding(silent, clock, entropy, calendar, company, cast);
        var programme = new Programme();
        founding.plan(programme);

        var past = new Episodes(silent, new IncidentDesk(silent, clock, entropy), founding, cast, calendar);
        HISTORY.stream()
                .flatMap(file -> Script.episodes(file).stream())
                .forEach(episode -> past.plan(episode, programme));
        var works = new Works(new MaintenanceDesk(silent, clock, entropy), founding, cast, calendar);
        Script.works().forEach(work -> works.plan(work, programme));
        var present = new Episodes(store, new IncidentDesk(store, clock, entropy), founding, cast, calendar);
        Script.episodes("open.yaml").forEach(episode -> present.plan(episode, programme));

        programme.play(clock);
        return new Told(founding.page(), founding.owner());
    }
}
