/// Mail that comes back to us: the addresses it comes back to, what it says, and what was noted of it.
@NullMarked
package dev.allclear.returns;

import org.jspecify.annotations.NullMarked;
