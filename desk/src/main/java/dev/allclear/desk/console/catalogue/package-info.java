/// Components, groups and regions: how they are laid out, and states set by hand.
@NullMarked
package dev.allclear.desk.console.catalogue;

import org.jspecify.annotations.NullMarked;
