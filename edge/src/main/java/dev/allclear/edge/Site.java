package dev.allclear.edge;

import dev.allclear.language.Language;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All files of one page at one revision, found by the path that a reader asks for.
///
/// Files under `/<language>/` also answer without that part, in the language that suits the reader best; `index.html`
/// and the ending `.html` may be left out.
final class Site {

    static final Site EMPTY = new Site(Map.of(), Map.of(), false);

    private final Map<String, Asset> assets;
    private final Map<String, Resource> resources;
    private final boolean whole;

    private Site(Map<String, Asset> assets, Map<String, Resource> resources, boolean whole) {
        this.assets = assets;
        this.resources = resources;
        this.whole = whole;
    }

    /// The front, while the rest is being made.
    static Site begun(List<SiteFile> files, URI base, Language fallback) {
        return of(files, base, fallback, false);
    }

    /// @param fallback the language of readers who ask for none of ours
    /// @param earlier whose assets are shared where nothing changed
    static Site of(List<SiteFile> files, URI base, Language fallback, Site... earlier) {
        return of(files, base, fallback, true, earlier);
    }

    private static Site of(List<SiteFile> files, URI base, Language fallback, boolean whole, Site... earlier) {
        var secure = "https".equals(base.getScheme());
        var assets = new LinkedHashMap<String, Asset>();
        for (var file : files) {
            assets.put(file.path(), Asset.of(file, secure, known(file.path(), earlier)));
        }
        return new Site(assets, resources(assets, fallback), whole);
    }

    private static List<Asset> known(String path, Site... sites) {
        return Stream.of(sites)
                .map(site -> site.assets.get(path))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, Resource> resources(Map<String, Asset> assets, Language fallback) {
        var resources = new HashMap<String, Resource>();
        var translated = new HashMap<String, Map<Language, Asset>>();
        assets.values().forEach(asset -> {
            for (var path : asset.names().paths()) {
                resources.put(path, new Resource.Plain(asset));
                asset.names()
                        .language()
                        .ifPresent(tag -> translated
                                .computeIfAbsent(path.substring(tag.tag().length() + 1), _ -> new LinkedHashMap<>())
                                .put(tag, asset));
            }
        });
        translated.forEach((path, versions) -> {
            var best =
                    versions.getOrDefault(fallback, versions.values().iterator().next());
            resources.putIfAbsent(path, new Resource.Translated(Map.copyOf(versions), best));
        });
        return resources;
    }

    @Nullable
    Resource at(String path) {
        return resources.get(path);
    }

    /// Whether what it doesn't have is nowhere.
    boolean isWhole() {
        return whole;
    }

    Collection<Asset> assets() {
        return assets.values();
    }
}
