@NullMarked
package dev.allclear.app.command;

import org.jspecify.annotations.NullMarked;
