/// Tests of what is handed to open pages.
@NullMarked
package dev.allclear.edge.live;

import org.jspecify.annotations.NullMarked;
