package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.maintenance.Maintenance;
import java.util.Optional;

/// The screen on which an incident is declared.
///
/// @param prepared the playbook that it is told from; empty where it is written freely
/// @param work the planned work that goes on as the incident; empty for none
public record DeclareView(
        Frame frame,
        Sheet sheet,
        Picker picker,
        Preview preview,
        Optional<PreparedView> prepared,
        Optional<Maintenance> work) {}
