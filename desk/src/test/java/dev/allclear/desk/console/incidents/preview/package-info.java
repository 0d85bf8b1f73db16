@NullMarked
package dev.allclear.desk.console.incidents.preview;

import org.jspecify.annotations.NullMarked;
