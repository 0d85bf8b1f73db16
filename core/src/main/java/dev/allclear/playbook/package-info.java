/// Messages prepared in peace for the day when something fails: templates that are filled from the incident's fields.
@NullMarked
package dev.allclear.playbook;

import org.jspecify.annotations.NullMarked;
