@NullMarked
package dev.allclear.coach;

import org.jspecify.annotations.NullMarked;
