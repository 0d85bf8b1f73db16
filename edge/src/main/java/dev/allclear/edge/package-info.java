/// The public side: ready bytes, handed out from event loops that never block.
@NullMarked
package dev.allclear.edge;

import org.jspecify.annotations.NullMarked;
