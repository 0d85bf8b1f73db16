/// JSON written value by value: no reflection, no start-up cost, the same bytes each time.
@NullMarked
package dev.allclear.edge.json;

import org.jspecify.annotations.NullMarked;
