/// The desk's screens, tried over real connections.
@NullMarked
package dev.allclear.desk.console;

import org.jspecify.annotations.NullMarked;
