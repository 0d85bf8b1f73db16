/// The style guide: one page per rule and language, which is what a writer reads and what the coach goes by.
@NullMarked
package dev.allclear.coach.guide;

import org.jspecify.annotations.NullMarked;
