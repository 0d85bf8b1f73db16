/// The desk's first screen: what is open, what is owed, and how mailing goes.
@NullMarked
package dev.allclear.desk.console.home;

import org.jspecify.annotations.NullMarked;
