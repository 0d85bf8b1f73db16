/// Tests of what is handed to Statuspage's clients.
@NullMarked
package dev.allclear.edge.statuspage;

import org.jspecify.annotations.NullMarked;
