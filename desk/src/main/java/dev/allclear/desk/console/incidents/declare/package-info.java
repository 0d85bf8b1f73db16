/// Declaring an incident, from a playbook or freely.
@NullMarked
package dev.allclear.desk.console.incidents.declare;

import org.jspecify.annotations.NullMarked;
