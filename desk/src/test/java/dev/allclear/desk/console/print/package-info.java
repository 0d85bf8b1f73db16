@NullMarked
package dev.allclear.desk.console.print;

import org.jspecify.annotations.NullMarked;
