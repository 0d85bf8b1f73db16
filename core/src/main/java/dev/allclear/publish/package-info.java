/// From a committed change to what the public sees: loaded once, rendered once, swapped in.
@NullMarked
package dev.allclear.publish;

import org.jspecify.annotations.NullMarked;
