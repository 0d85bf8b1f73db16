/// Rehearsals: an outage that is only played, told into a sink. Nothing here can reach a channel, the page or a real
/// incident: none of them can be named from here, and the walls hand out nothing but what is in `Walls.Inside`.
@NullMarked
package dev.allclear.rehearsal;

import org.jspecify.annotations.NullMarked;
