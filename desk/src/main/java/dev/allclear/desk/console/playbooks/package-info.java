/// Playbooks at the desk: their questions as fields of other forms, and the screens on which they are written.
@NullMarked
package dev.allclear.desk.console.playbooks;

import org.jspecify.annotations.NullMarked;
