/// What the writing coach gets to read of something about to be said: one place for the desk, the API and the front
/// door.
@NullMarked
package dev.allclear.proof;

import org.jspecify.annotations.NullMarked;
