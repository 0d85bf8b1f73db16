/// The front doors: each method is one transaction of one feature.
@NullMarked
package dev.allclear.operation;

import org.jspecify.annotations.NullMarked;
