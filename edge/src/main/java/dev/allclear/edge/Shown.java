package dev.allclear.edge;

import dev.allclear.page.PublicPage;
import java.net.URI;

/// One page as it is shown now: its site while we can vouch for it, and the one that says that we can't.
///
/// @param stale empty only for the moment in which it is being made: then, better no page than a false one
/// @param doubted whether open pages have been told that nobody vouches for it any more
record Shown(PublicPage page, URI base, Site fresh, Site stale, Confirmation confirmation, boolean doubted) {

    static Shown first(PublicPage page, URI base, Site fresh, Confirmation confirmation) {
        return new Shown(page, base, fresh, Site.EMPTY, confirmation, false);
    }

    Shown withStale(Site next) {
        return new Shown(page, base, fresh, next, confirmation, doubted);
    }

    Shown doubted(Site next) {
        return new Shown(page, base, fresh, next, confirmation, true);
    }

    Shown confirmed(Confirmation next) {
        return new Shown(page, base, fresh, stale, next, false);
    }

    /// What the public saw at the last confirmation.
    PublicPage asLastConfirmed() {
        return new PublicPage(
                page.page(),
                page.revision(),
                confirmation.at(),
                page.confirmed(),
                page.overall(),
                page.groups(),
                page.components(),
                page.regions(),
                page.incidents(),
                page.maintenances(),
                page.terms());
    }
}
