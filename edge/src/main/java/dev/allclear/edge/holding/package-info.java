/// What stands in place of the company's product while it is down: one page that needs nothing but itself, its shape
/// for programs, and what a proxy must be told to serve them.
@NullMarked
package dev.allclear.edge.holding;

import org.jspecify.annotations.NullMarked;
