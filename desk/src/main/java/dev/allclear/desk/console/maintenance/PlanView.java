package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;
import dev.allclear.incident.Incident;
import java.util.Optional;

/// The screen on which work is planned.
///
/// @param once this form's own id, by which a repeat is known
/// @param parts what can be worked on
/// @param mends the incident that the work puts right for good; empty for none
public record PlanView(Frame frame, Form form, String once, Parts parts, Preview preview, Optional<Incident> mends) {}
