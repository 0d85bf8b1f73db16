/// Tests of what is handed to calendars.
@NullMarked
package dev.allclear.edge.calendar;

import org.jspecify.annotations.NullMarked;
