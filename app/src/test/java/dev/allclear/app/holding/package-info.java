@NullMarked
package dev.allclear.app.holding;

import org.jspecify.annotations.NullMarked;
