/// What makes receivers trust our mail: the keys that sign it, and what stands in DNS about us.
@NullMarked
package dev.allclear.sender;

import org.jspecify.annotations.NullMarked;
