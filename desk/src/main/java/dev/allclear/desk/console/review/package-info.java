/// How incidents were handled, one by one and over some time.
@NullMarked
package dev.allclear.desk.console.review;

import org.jspecify.annotations.NullMarked;
