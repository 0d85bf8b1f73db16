/// Planned work for people's calendars (RFC 5545), in the feeds of the page and in mails.
///
/// Written by hand: what we say needs a dozen properties of one component, and a library would bring a parser of JSON
/// and leave the decisions to us.
@NullMarked
package dev.allclear.calendar;

import org.jspecify.annotations.NullMarked;
