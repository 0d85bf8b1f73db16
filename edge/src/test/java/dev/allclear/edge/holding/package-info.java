@NullMarked
package dev.allclear.edge.holding;

import org.jspecify.annotations.NullMarked;
