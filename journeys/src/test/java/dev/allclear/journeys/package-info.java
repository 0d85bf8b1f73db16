/// Whole journeys in a real browser.
@NullMarked
package dev.allclear.journeys;

import org.jspecify.annotations.NullMarked;
