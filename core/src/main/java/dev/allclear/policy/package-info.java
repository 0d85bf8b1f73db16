/// What we promise at which severity.
@NullMarked
package dev.allclear.policy;

import org.jspecify.annotations.NullMarked;
