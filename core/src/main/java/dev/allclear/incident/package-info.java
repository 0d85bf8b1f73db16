/// One outage as customers live it, from the first word to the post-incident report.
@NullMarked
package dev.allclear.incident;

import org.jspecify.annotations.NullMarked;
