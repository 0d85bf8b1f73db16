/// Signing in and out, setting up, and passwords, as far as HTTP knows of them.
@NullMarked
package dev.allclear.desk.accounts;

import org.jspecify.annotations.NullMarked;
