package dev.allclear.edge;

import dev.allclear.PageId;
import dev.allclear.edge.live.LiveStream;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Stale;
import dev.allclear.publish.PublicSite;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All pages as they are shown: rendered when something changed, swapped in at once, served from memory ever after.
///
/// A page that nobody has confirmed for a while says so itself: each is held in both forms, and which one is served is
/// decided at each request, so that no failure of ours can leave an old green standing.
public final class Sites implements PublicSite, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sites.class);

    /// The stale form is made once a publication has stood for so long: it is needed much later, and while one update
    /// follows the other, making it for each would only take the processor from the next.
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final List<Renderer> renderers;
    private final LiveStream live;
    private final Optional<SiteFolder> folder;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final Duration believed;
    private final Executor behind;
    private final Runnable stop;
    private final Set<PageId> failed = ConcurrentHashMap.newKeySet();
    private volatile Directory directory = Directory.EMPTY;

    /// @param folder where the files are written too, for other servers to hand out
    /// @param believed for how long a confirmation holds
    public Sites(
            List<Renderer> renderers,
            LiveStream live,
            Optional<SiteFolder> folder,
            InstantSource clock,
            Duration believed) {
        var watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("stale-watch").factory());
        Executor settled = task -> {
            var _ = watch.schedule(task, SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        };
        this(renderers, live, folder, clock, System::nanoTime, believed, settled, watch::shutdown);
        var _ = watch.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
    }

    /// @param behind runs what no reader waits for
    Sites(
            List<Renderer> renderers,
            LiveStream live,
            Optional<SiteFolder> folder,
            InstantSource clock,
            LongSupplier ticker,
            Duration believed,
            Executor behind) {
        this(renderers, live, folder, clock, ticker, believed, behind, () -> {});
    }

    private Sites(
            List<Renderer> renderers,
            LiveStream live,
            Optional<SiteFolder> folder,
            InstantSource clock,
            LongSupplier ticker,
            Duration believed,
            Executor behind,
            Runnable stop) {
        this.renderers = List.copyOf(renderers);
        this.live = live;
        this.folder = folder;
        this.clock = clock;
        this.ticker = ticker;
        this.believed = believed;
        this.behind = behind;
        this.stop = stop;
    }

    @Override
    public synchronized void showFirst(PublicPage page, URI base, boolean isDefault) {
        var files = files(renderer -> renderer.front(page, base));
        var begun = Site.begun(files, base, page.page().language());
        var confirmation = new Confirmation(page.asOf(), ticker.getAsLong());
        directory = directory.with(Shown.first(page, base, begun, confirmation), isDefault);
        live.confirmed(page.page().id(), page.asOf(), true);
    }

    @Override
    public synchronized void show(PublicPage page, URI base, boolean isDefault) {
        var id = page.page().id();
        var before = directory.byId(id);
        if (before != null && isOlder(page, before.page())) {
            return;
        }
        var fresh = rendered(page, base, before == null ? Site.EMPTY : before.fresh());
        var shown = Shown.first(page, base, fresh, new Confirmation(page.asOf(), ticker.getAsLong()));
        directory = directory.with(shown, isDefault);
        live.published(before == null ? null : before.page(), page);
        live.confirmed(id, page.asOf(), true);
        folder.ifPresent(it -> it.write(page.page().slug(), fresh));
        var staleBefore = before == null ? Site.EMPTY : before.stale();
        behind.execute(() -> tryAddStale(shown, staleBefore));
    }

    /// Makes the stale form of what is shown, unless something newer is shown by now. Nobody waits for it, so nobody
    /// else would hear that it failed.
    private void tryAddStale(Shown shown, Site earlier) {
        try {
            addStale(shown, earlier);
        } catch (RuntimeException broken) {
            failed.add(shown.page().page().id());
            LOG.error(
                    "Could not render the stale form of page {}; trying again every second",
                    shown.page().page().slug(),
                    broken);
        }
    }

    private void addStale(Shown shown, Site earlier) {
        if (stands(shown)) {
            var stale = rendered(Stale.of(shown.page()), shown.base(), earlier, shown.fresh());
            addStale(stale, shown);
        }
        failed.remove(shown.page().page().id());
    }

    private synchronized void addStale(Site stale, Shown to) {
        if (stands(to)) {
            var now = Objects.requireNonNull(directory.byId(to.page().page().id()));
            directory = directory.with(now.withStale(stale));
        }
    }

    private boolean stands(Shown shown) {
        var now = directory.byId(shown.page().page().id());
        return now != null && now.fresh() == shown.fresh() && now.stale() == Site.EMPTY && !now.doubted();
    }

    private static boolean isOlder(PublicPage page, PublicPage shown) {
        return page.revision() < shown.revision()
                || (page.revision() == shown.revision() && page.asOf().isBefore(shown.asOf()));
    }

    private Site rendered(PublicPage page, URI base, Site... earlier) {
        var files = files(renderer -> renderer.all(page, base));
        return Site.of(files, base, page.page().language(), earlier);
    }

    /// They share nothing, and whoever posted an update waits for the slowest only.
    private List<SiteFile> files(Function<Renderer, List<SiteFile>> part) {
        return renderers.parallelStream()
                .flatMap(renderer -> part.apply(renderer).stream())
                .toList();
    }

    @Override
    public synchronized void confirm(PageId page, Instant at) {
        var shown = directory.byId(page);
        if (shown == null || at.isBefore(shown.confirmation().at())) {
            return;
        }
        directory = directory.with(shown.confirmed(new Confirmation(at, ticker.getAsLong())));
        live.confirmed(page, at, true);
        if (shown.doubted()) {
            live.beat(page);
        }
    }

    /// Sees to the pages that have just gone stale: from now on they name the instant of their last confirmation, and
    /// open pages are told. A stale form that could not be made at publication is tried again.
    void watch() {
        for (var shown : directory.all()) {
            try {
                if (failed.contains(shown.page().page().id())) {
                    addStale(shown, Site.EMPTY);
                }
                doubt(shown.page().page().id());
            } catch (RuntimeException broken) {
                // The stale form made at publication is served. If there is none, better no page than a false one.
                LOG.error(
                        "Could not render stale page {} anew",
                        shown.page().page().slug(),
                        broken);
            }
        }
    }

    private synchronized void doubt(PageId page) {
        var shown = directory.byId(page);
        if (shown == null || shown.doubted() || isCurrent(shown, clock.millis())) {
            return;
        }
        var confirmedAt = shown.confirmation().at();
        LOG.warn(
                "Nothing has confirmed page {} since {}: it says so now",
                shown.page().page().slug(),
                confirmedAt);
        directory =
                directory.with(shown.doubted(rendered(Stale.of(shown.asLastConfirmed()), shown.base(), shown.fresh())));
        live.confirmed(page, confirmedAt, false);
        live.beat(page);
    }

    private boolean isCurrent(Shown shown, long nowMillis) {
        return shown.confirmation().holds(nowMillis, ticker.getAsLong(), believed);
    }

    /// What to serve of the page at this instant.
    Site site(Shown shown, long nowMillis) {
        return isCurrent(shown, nowMillis) ? shown.fresh() : shown.stale();
    }

    Directory directory() {
        return directory;
    }

    @Override
    public void close() {
        stop.run();
        folder.ifPresent(SiteFolder::close);
    }
}
