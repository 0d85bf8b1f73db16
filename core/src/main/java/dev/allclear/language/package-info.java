/// The product's own words: one file per language.
@NullMarked
package dev.allclear.language;

import org.jspecify.annotations.NullMarked;
