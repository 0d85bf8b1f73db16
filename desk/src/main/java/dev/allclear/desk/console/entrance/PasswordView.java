package dev.allclear.desk.console.entrance;

import dev.allclear.desk.console.Door;
import dev.allclear.desk.web.Form;

/// The form for the first password, or for a new one in place of one forgotten.
public record PasswordView(Door door, Form form, String name, String email, String action) {}
