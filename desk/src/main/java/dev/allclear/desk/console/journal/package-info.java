/// The journal, in words, and whether it is whole.
@NullMarked
package dev.allclear.desk.console.journal;

import org.jspecify.annotations.NullMarked;
