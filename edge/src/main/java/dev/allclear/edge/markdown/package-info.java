/// From what operators typed to HTML that is safe for a million readers: the only such way.
@NullMarked
package dev.allclear.edge.markdown;

import org.jspecify.annotations.NullMarked;
