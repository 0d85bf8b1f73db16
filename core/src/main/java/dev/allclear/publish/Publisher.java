package dev.allclear.publish;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.Wake;
import dev.allclear.page.Earlier;
import dev.allclear.page.Page;
import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Keeps the public site true: shows each page anew when something was published, when time alone changes it, and
/// vouches in between that nothing has changed. When the database can't be asked, it vouches for nothing and the site
/// says so.
public final class Publisher implements CommitListener, AutoCloseable {

    /// How often we make sure; another node may have published without waking us.
    private static final Duration BEAT = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(Publisher.class.getName());

    private final Store store;
    private final InstantSource clock;
    private final Permalinks links;
    private final PublicSite site;
    private final Map<PageId, Shown> shown = new HashMap<>();
    private final Map<PageId, Memory> memories = new HashMap<>();
    private final Wake wake = new Wake();
    private final Thread loop = Thread.ofVirtual().name("publisher").unstarted(this::loop);
    private volatile boolean closed;
    private final Set<PageId> broken = new HashSet<>();
    private boolean healthy = true;

    /// What stands on the site now.
    ///
    /// @param turns when it has to be shown anew without any change
    private record Shown(long revision, Page page, boolean isDefault, Instant turns) {}

    public Publisher(Store store, InstantSource clock, Permalinks links, PublicSite site) {
        this.store = store;
        this.clock = clock;
        this.links = links;
        this.site = site;
    }

    /// Shows of every page what readers ask for first before it returns, and the rest at once behind it.
    public void start() {
        store.onCommit(this);
        beat(this::begin);
        loop.start();
    }

    @Override
    public void committed(Set<PageId> published, boolean announced) {
        if (!published.isEmpty()) {
            wake.up();
        }
    }

    private void loop() {
        try {
            while (!closed) {
                beat(this::look);
                wake.sleep(BEAT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is done with each page.
    private interface Step {
        void take(Stored<Page> stored, boolean isDefault);
    }

    private void beat(Step step) {
        try {
            var pages = store.reading(tx -> tx.pages().all());
            recovered();
            for (var stored : pages) {
                beat(step, stored, stored.equals(pages.getFirst()));
            }
        } catch (Throwable failure) {
            stumbled(failure);
        }
    }

    /// One page that can't be shown, be it for an `Error`, keeps no other from its readers. It grows old, and says so.
    private void beat(Step step, Stored<Page> stored, boolean isDefault) {
        var page = stored.value();
        try {
            step.take(stored, isDefault);
            if (broken.remove(page.id())) {
                LOG.log(Level.INFO, "publishing the page {0} works again", page.slug());
            }
        } catch (Throwable failure) {
            if (broken.add(page.id())) {
                LOG.log(
                        Level.ERROR,
                        "can't publish the page " + page.slug()
                                + ": it stays as it is and soon says how old it is; trying on each second",
                        failure);
            }
        }
    }

    private void begin(Stored<Page> stored, boolean isDefault) {
        var page = stored.value();
        var now = clock.instant();
        var front = store.reading(tx -> Snapshot.front(tx, page, now, memory(page)));
        site.showFirst(front, links.base(page, isDefault), isDefault);
    }

    private void look(Stored<Page> stored, boolean isDefault) {
        var page = stored.value();
        var now = clock.instant();
        var revision = store.reading(tx -> tx.pages().revision(page.id()));
        var before = shown.get(page.id());
        if (before == null
                || before.revision() != revision
                || before.isDefault() != isDefault
                || !before.page().equals(page)
                || !now.isBefore(before.turns())) {
            show(page, isDefault, now);
        }
        site.confirm(page.id(), now);
    }

    private void show(Page page, boolean isDefault, Instant now) {
        var view = store.reading(tx -> Snapshot.of(tx, page, now, memory(page)));
        site.show(view, links.base(page, isDefault), isDefault);
        var turns = Turning.next(view);
        var refresh = now.plus(Earlier.FIGURES);
        shown.put(page.id(), new Shown(view.revision(), page, isDefault, turns.isBefore(refresh) ? turns : refresh));
    }

    private Memory memory(Page page) {
        return memories.computeIfAbsent(page.id(), _ -> new Memory());
    }

    private void recovered() {
        if (!healthy) {
            healthy = true;
            LOG.log(Level.INFO, "publishing works again");
        }
    }

    private void stumbled(Throwable failure) {
        if (healthy) {
            healthy = false;
            LOG.log(
                    Level.ERROR,
                    "can't publish: the pages stay as they are and soon say how old they are; trying on each second",
                    failure);
        }
    }

    /// Whether pages are still being kept true.
    public boolean isRunning() {
        return loop.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        wake.up();
        try {
            loop.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
