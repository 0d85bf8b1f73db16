/// The workspace of one incident: the next update, corrections of former ones, the facts, and who looks after it.
@NullMarked
package dev.allclear.desk.console.incidents.workspace;

import org.jspecify.annotations.NullMarked;
