package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Frame;

/// The screen on which an incident is declared.
public record DeclareView(Frame frame, Sheet sheet, Picker picker, Preview preview) {}
