package dev.allclear.publish;

import dev.allclear.PageId;
import dev.allclear.page.PublicPage;
import java.net.URI;
import java.time.Instant;

/// Where the public reads. Whatever is shown stays readable until the next is shown, however long that takes.
public interface PublicSite {

    /// Shows the front of a page that was not shown before; whoever asks for more waits for `show`.
    ///
    /// @param page with those incidents alone of which the front speaks
    /// @param base scheme, host and path under which the page stands, without a slash at the end
    /// @param isDefault whether it answers at the root of the installation
    void showFirst(PublicPage page, URI base, boolean isDefault);

    /// Renders the page and puts all of it in place of what was there, at once. Open pages are told when the public
    /// sees something new.
    void show(PublicPage page, URI base, boolean isDefault);

    /// We have just made sure that what is shown is still true. Without that for a while the site says so.
    void confirm(PageId page, Instant at);
}
