/// Moving in from another status page: what is shared by all importers.
@NullMarked
package dev.allclear.app.imports;

import org.jspecify.annotations.NullMarked;
