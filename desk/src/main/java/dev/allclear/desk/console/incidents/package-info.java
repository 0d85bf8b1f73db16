/// The screens about incidents: what is open and owed, declaring, updating, resolving, reports, drafts.
@NullMarked
package dev.allclear.desk.console.incidents;

import org.jspecify.annotations.NullMarked;
