/// Planned work as calendars that readers subscribe to, and as single events that they take over.
@NullMarked
package dev.allclear.edge.calendar;

import org.jspecify.annotations.NullMarked;
