/// Subscribers: who they are, what they chose, adding and erasing them.
@NullMarked
package dev.allclear.desk.console.audience;

import org.jspecify.annotations.NullMarked;
