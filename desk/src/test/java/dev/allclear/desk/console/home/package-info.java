@NullMarked
package dev.allclear.desk.console.home;

import org.jspecify.annotations.NullMarked;
