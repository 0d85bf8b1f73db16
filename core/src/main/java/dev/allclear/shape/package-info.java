/// One message, many shapes: what is known is written once as facts and shaped for every channel.
@NullMarked
package dev.allclear.shape;

import org.jspecify.annotations.NullMarked;
