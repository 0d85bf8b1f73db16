/// Announcements, the deliveries that they become, and the channels that carry them.
@NullMarked
package dev.allclear.delivery;

import org.jspecify.annotations.NullMarked;
