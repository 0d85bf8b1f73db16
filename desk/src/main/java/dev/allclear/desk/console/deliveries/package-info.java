/// What became of every announcement, person by person, and the mails that were kept as files.
@NullMarked
package dev.allclear.desk.console.deliveries;

import org.jspecify.annotations.NullMarked;
