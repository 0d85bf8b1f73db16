package dev.allclear.desk.console.playbooks;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import java.util.List;

/// The form in which a playbook is written.
///
/// @param isNew whether its name and language are still to be chosen
/// @param back to where it came from
public record EditView(
        Frame frame, Form form, String title, boolean isNew, String back, List<Option> languages, CheckView check) {}
