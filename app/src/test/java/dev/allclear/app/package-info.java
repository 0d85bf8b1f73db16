/// Tests of the whole installation: its shape, its settings, and what kill -9 can't do to it.
@NullMarked
package dev.allclear.app;

import org.jspecify.annotations.NullMarked;
