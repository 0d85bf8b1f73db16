/// From an announcement to every person who asked for it, through crashes and slow servers.
@NullMarked
package dev.allclear.engine;

import org.jspecify.annotations.NullMarked;
