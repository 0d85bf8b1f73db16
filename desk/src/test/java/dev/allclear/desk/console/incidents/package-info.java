/// The screens about incidents, tried over real connections.
@NullMarked
package dev.allclear.desk.console.incidents;

import org.jspecify.annotations.NullMarked;
