/// Suppressed addresses: which, why, and how they are released.
@NullMarked
package dev.allclear.desk.console.suppressions;

import org.jspecify.annotations.NullMarked;
