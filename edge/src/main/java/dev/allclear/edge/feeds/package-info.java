/// The page's news for feed readers and the bots that read feeds.
@NullMarked
package dev.allclear.edge.feeds;

import org.jspecify.annotations.NullMarked;
