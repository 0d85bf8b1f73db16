/// Finds out what a holding page is made from, whatever of the installation still answers, and writes it.
@NullMarked
package dev.allclear.app.holding;

import org.jspecify.annotations.NullMarked;
