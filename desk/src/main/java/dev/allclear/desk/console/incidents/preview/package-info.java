/// What is being written, as each of its readers will see it, with what the playbook offers for it and what keeps it
/// from going out.
@NullMarked
package dev.allclear.desk.console.incidents.preview;

import org.jspecify.annotations.NullMarked;
