/// What becomes of texts, friendly and hostile.
@NullMarked
package dev.allclear.edge.markdown;

import org.jspecify.annotations.NullMarked;
