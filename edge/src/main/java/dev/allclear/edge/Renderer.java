package dev.allclear.edge;

import dev.allclear.page.PublicPage;
import java.net.URI;
import java.util.List;

/// Turns what the public may see into files of the site: the same page gives the same bytes, always and everywhere.
public interface Renderer {

    /// @param base where the page stands, without a slash at the end
    List<SiteFile> render(PublicPage page, URI base);
}
