package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.preview.Preview;
import java.util.Optional;

/// The screen on which an incident is declared.
///
/// @param prepared the playbook that it is told from; empty where it is written freely
public record DeclareView(Frame frame, Sheet sheet, Picker picker, Preview preview, Optional<PreparedView> prepared) {}
