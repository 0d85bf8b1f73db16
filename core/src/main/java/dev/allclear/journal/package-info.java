/// Who said what to whom, in a chain that shows any tampering.
@NullMarked
package dev.allclear.journal;

import org.jspecify.annotations.NullMarked;
