@NullMarked
package dev.allclear.desk.console.incidents.drafts;

import org.jspecify.annotations.NullMarked;
