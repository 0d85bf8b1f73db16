/// The fields of the forms about incidents, read and filled in; every form that publishes something is made of them.
@NullMarked
package dev.allclear.desk.console.incidents.form;

import org.jspecify.annotations.NullMarked;
