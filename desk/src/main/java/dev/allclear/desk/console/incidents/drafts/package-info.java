/// Drafts, and handing them to somebody else: what one person wrote, for another one to read and publish.
@NullMarked
package dev.allclear.desk.console.incidents.drafts;

import org.jspecify.annotations.NullMarked;
