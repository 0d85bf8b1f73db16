/// How an incident was handled, as it can be read from what is stored: facts, never blame.
@NullMarked
package dev.allclear.review;

import org.jspecify.annotations.NullMarked;
