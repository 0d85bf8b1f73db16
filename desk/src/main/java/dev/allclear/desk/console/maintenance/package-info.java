/// Planned work: the list, the plan, and what is said while it runs.
@NullMarked
package dev.allclear.desk.console.maintenance;

import org.jspecify.annotations.NullMarked;
