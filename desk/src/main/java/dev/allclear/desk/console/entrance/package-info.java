/// The door: setting up, signing in and out, choosing a password.
@NullMarked
package dev.allclear.desk.console.entrance;

import org.jspecify.annotations.NullMarked;
