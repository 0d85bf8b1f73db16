/// What is put on paper: the post-incident report as a document to hand on.
@NullMarked
package dev.allclear.desk.console.print;

import org.jspecify.annotations.NullMarked;
