@NullMarked
package dev.allclear.maintenance;

import org.jspecify.annotations.NullMarked;
