package dev.allclear.edge;

import dev.allclear.PageId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All pages that are shown, by each of the ways in which a reader finds them. Never changed: replaced as a whole.
final class Directory {

    static final Directory EMPTY = new Directory(Map.of(), null);

    private final Map<PageId, Shown> byId;
    private final Map<String, Shown> bySlug = new HashMap<>();
    private final Map<String, Shown> byHost = new HashMap<>();
    private final @Nullable PageId standard;

    private Directory(Map<PageId, Shown> byId, @Nullable PageId standard) {
        this.byId = byId;
        this.standard = standard;
        byId.values().forEach(shown -> {
            bySlug.put(shown.page().page().slug(), shown);
            shown.page().page().host().ifPresent(host -> byHost.put(host, shown));
        });
    }

    Directory with(Shown shown, boolean isDefault) {
        var id = shown.page().page().id();
        var all = new HashMap<>(byId);
        all.put(id, shown);
        return new Directory(Map.copyOf(all), isDefault ? id : standard);
    }

    Directory with(Shown shown) {
        return with(shown, shown.page().page().id().equals(standard));
    }

    @Nullable
    Shown byId(PageId id) {
        return byId.get(id);
    }

    @Nullable
    Shown bySlug(String slug) {
        return bySlug.get(slug);
    }

    @Nullable
    Shown byHost(String host) {
        return byHost.get(host);
    }

    @Nullable
    Shown standard() {
        return standard == null ? null : byId.get(standard);
    }

    /// Whether a host name can make a difference.
    boolean hasHosts() {
        return !byHost.isEmpty();
    }

    Iterable<Shown> all() {
        return byId.values();
    }
}
