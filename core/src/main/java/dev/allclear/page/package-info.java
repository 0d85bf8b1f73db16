/// What the public may see, as data: the one place that decides it.
@NullMarked
package dev.allclear.page;

import org.jspecify.annotations.NullMarked;
