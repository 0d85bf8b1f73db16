/// Addresses that nothing is sent to any more, and why.
@NullMarked
package dev.allclear.suppression;

import org.jspecify.annotations.NullMarked;
