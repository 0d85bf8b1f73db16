/// The operator's console and the management APIs.
@NullMarked
package dev.allclear.desk;

import org.jspecify.annotations.NullMarked;
