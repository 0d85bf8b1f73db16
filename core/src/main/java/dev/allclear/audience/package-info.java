/// Who asked to be told, and of what.
@NullMarked
package dev.allclear.audience;

import org.jspecify.annotations.NullMarked;
