@NullMarked
package dev.allclear.desk.console.incidents.resolve;

import org.jspecify.annotations.NullMarked;
