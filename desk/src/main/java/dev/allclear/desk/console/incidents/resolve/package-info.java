/// How an incident ends: resolved with the all-clear, withdrawn, or reopened because it was not the end.
@NullMarked
package dev.allclear.desk.console.incidents.resolve;

import org.jspecify.annotations.NullMarked;
