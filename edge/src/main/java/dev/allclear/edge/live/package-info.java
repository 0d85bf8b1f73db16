/// News to open pages, the moment it is there (Server-Sent Events).
@NullMarked
package dev.allclear.edge.live;

import org.jspecify.annotations.NullMarked;
