/// What every feature shares: refusals, checked text, opaque ids, chance.
@NullMarked
package dev.allclear;

import org.jspecify.annotations.NullMarked;
