/// The page's own settings, the installation's pages, and API keys.
@NullMarked
package dev.allclear.desk.console.settings;

import org.jspecify.annotations.NullMarked;
