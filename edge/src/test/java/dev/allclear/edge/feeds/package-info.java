/// Tests of what is handed to feed readers.
@NullMarked
package dev.allclear.edge.feeds;

import org.jspecify.annotations.NullMarked;
