/// Planned work: what, when, and what becomes of it.
@NullMarked
package dev.allclear.maintenance;

import org.jspecify.annotations.NullMarked;
