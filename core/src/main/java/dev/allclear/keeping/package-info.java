/// Keeps promises in mind while nobody looks.
@NullMarked
package dev.allclear.keeping;

import org.jspecify.annotations.NullMarked;
