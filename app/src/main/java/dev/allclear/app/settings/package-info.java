/// What the administrator may set, where it is read from, and what a wrong value should be instead.
@NullMarked
package dev.allclear.app.settings;

import org.jspecify.annotations.NullMarked;
