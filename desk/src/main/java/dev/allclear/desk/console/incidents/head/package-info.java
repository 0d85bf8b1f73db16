/// What every screen says of an incident: where it stands, who looks after it, what is owed, who spoke last.
@NullMarked
package dev.allclear.desk.console.incidents.head;

import org.jspecify.annotations.NullMarked;
