/// Who works at the desk and in which role, and one's own account.
@NullMarked
package dev.allclear.desk.console.people;

import org.jspecify.annotations.NullMarked;
