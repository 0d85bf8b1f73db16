package dev.allclear.desk.console.people;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;

/// One's own account.
public record AccountView(Frame frame, Form form) {}
