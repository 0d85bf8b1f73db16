/// A company that doesn't exist, its fourteen months of history, and one incident that is open while you look.
@NullMarked
package dev.allclear.app.demo;

import org.jspecify.annotations.NullMarked;
