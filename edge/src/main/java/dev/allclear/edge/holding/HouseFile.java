package dev.allclear.edge.holding;

import dev.allclear.edge.Renderer;
import dev.allclear.edge.SiteFile;
import dev.allclear.page.PublicPage;
import java.net.URI;
import java.util.List;

/// Lays down with the site what a holding page is made from: it must be possible to write one when the database is what
/// is down.
public final class HouseFile implements Renderer {

    /// Below the page's folder.
    public static final String PATH = "/house.json";

    @Override
    public List<SiteFile> rest(PublicPage page, URI base) {
        return List.of(SiteFile.text(
                PATH, "application/json", House.of(page.page(), base).json()));
    }
}
