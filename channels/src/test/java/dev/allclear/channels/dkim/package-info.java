@NullMarked
package dev.allclear.channels.dkim;

import org.jspecify.annotations.NullMarked;
