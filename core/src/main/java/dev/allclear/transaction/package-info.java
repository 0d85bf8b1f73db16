/// The one way to the stored state: a transaction over every feature's port.
@NullMarked
package dev.allclear.transaction;

import org.jspecify.annotations.NullMarked;
