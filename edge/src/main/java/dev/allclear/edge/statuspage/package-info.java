/// The public API that Statuspage's clients speak: whoever read the old page reads this one unchanged.
///
/// The shapes are facts of that API (its version 2); where our model says more than it can hold, we never say better
/// than we know.
@NullMarked
package dev.allclear.edge.statuspage;

import org.jspecify.annotations.NullMarked;
