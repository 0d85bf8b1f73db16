/// Files of subscribers as they come over the network: what the console and the API read alike.
@NullMarked
package dev.allclear.desk.roster;

import org.jspecify.annotations.NullMarked;
