package dev.allclear.desk.console.entrance;

import dev.allclear.desk.console.Door;
import dev.allclear.desk.web.Form;

/// The form for signing in.
///
/// @param wrong why the last try failed; empty before the first
/// @param isSetUp false while nobody has an account: then only the link printed at the start leads in
public record SignInView(Door door, Form form, String wrong, boolean isSetUp) {}
