@NullMarked
package dev.allclear.sender;

import org.jspecify.annotations.NullMarked;
