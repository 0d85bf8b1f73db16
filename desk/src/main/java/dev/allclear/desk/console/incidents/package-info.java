/// The screens about incidents. Here are the list and the entry of past ones; each further screen has a package of its
/// own, and all are made of `form` (what is typed), `preview` (what readers will see) and `head` (where it stands).
@NullMarked
package dev.allclear.desk.console.incidents;

import org.jspecify.annotations.NullMarked;
