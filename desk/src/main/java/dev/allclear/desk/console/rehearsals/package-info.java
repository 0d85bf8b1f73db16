/// Rehearsals at the desk: forms like the real ones, above a floor that nobody can mistake for it.
@NullMarked
package dev.allclear.desk.console.rehearsals;

import org.jspecify.annotations.NullMarked;
