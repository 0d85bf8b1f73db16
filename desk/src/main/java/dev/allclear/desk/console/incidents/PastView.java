package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.incidents.form.Sheet;

/// The screen on which an incident of the past is entered.
public record PastView(Frame frame, Sheet sheet, Picker picker) {}
