/// What readers, clients and attackers meet at the public side.
@NullMarked
package dev.allclear.edge;

import org.jspecify.annotations.NullMarked;
