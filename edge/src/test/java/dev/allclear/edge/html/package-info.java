/// What the public pages say.
@NullMarked
package dev.allclear.edge.html;

import org.jspecify.annotations.NullMarked;
