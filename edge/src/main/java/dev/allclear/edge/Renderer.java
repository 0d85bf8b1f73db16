package dev.allclear.edge;

import dev.allclear.page.PublicPage;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// Turns what the public may see into files of the site: the same page gives the same bytes, always and everywhere.
public interface Renderer {

    /// The front, which readers ask for first, so that a start is hardly seen.
    ///
    /// @param base where the page stands, without a slash at the end
    default List<SiteFile> front(PublicPage page, URI base) {
        return List.of();
    }

    /// Everything else.
    List<SiteFile> rest(PublicPage page, URI base);

    default List<SiteFile> all(PublicPage page, URI base) {
        return Stream.concat(front(page, base).stream(), rest(page, base).stream())
                .toList();
    }
}
