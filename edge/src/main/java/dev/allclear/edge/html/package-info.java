/// The status page as HTML: pure functions from what the public may see to files, one set per language.
@NullMarked
package dev.allclear.edge.html;

import org.jspecify.annotations.NullMarked;
