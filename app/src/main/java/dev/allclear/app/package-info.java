/// Main, configuration and wiring.
@NullMarked
package dev.allclear.app;

import org.jspecify.annotations.NullMarked;
