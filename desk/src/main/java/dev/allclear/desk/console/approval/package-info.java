/// The desk's screen for the second person: what somebody else wrote is read as customers will, and let out or sent
/// back.
@NullMarked
package dev.allclear.desk.console.approval;

import org.jspecify.annotations.NullMarked;
