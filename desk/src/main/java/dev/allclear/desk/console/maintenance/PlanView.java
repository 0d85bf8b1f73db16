package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;

/// The screen on which work is planned.
///
/// @param once this form's own id, by which a repeat is known
/// @param parts what can be worked on
public record PlanView(Frame frame, Form form, String once, Parts parts, Preview preview) {}
