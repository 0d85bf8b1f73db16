/// Subscribers in files: how lines are read and written, and what becomes of each.
@NullMarked
package dev.allclear.roster;

import org.jspecify.annotations.NullMarked;
