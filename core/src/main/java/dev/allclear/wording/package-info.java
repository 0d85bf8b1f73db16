/// What is said to one reader, in that reader's language and time zone.
@NullMarked
package dev.allclear.wording;

import org.jspecify.annotations.NullMarked;
