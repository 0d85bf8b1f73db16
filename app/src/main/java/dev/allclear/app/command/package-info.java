/// The command line: one class per command.
@NullMarked
package dev.allclear.app.command;

import org.jspecify.annotations.NullMarked;
