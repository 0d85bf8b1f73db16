/// Components, groups, regions, the state each is in, and uptime computed from the changes of state.
@NullMarked
package dev.allclear.status;

import org.jspecify.annotations.NullMarked;
