package dev.allclear.desk.web;

import dev.allclear.Stored;
import dev.allclear.page.Page;
import java.util.Optional;

/// Which page a request is for, and what of its path is left.
///
/// @param page empty while the installation has none
/// @param isDefault whether it is the installation's first page
/// @param prefix `/p/<slug>` where the page was named so; else empty
/// @param path without the prefix, still percent-encoded
record Tenant(Optional<Stored<Page>> page, boolean isDefault, String prefix, String path) {}
