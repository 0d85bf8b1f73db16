/// The post-incident report and what it promises to do.
@NullMarked
package dev.allclear.desk.console.incidents.report;

import org.jspecify.annotations.NullMarked;
