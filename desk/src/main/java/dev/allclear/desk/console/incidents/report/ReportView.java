package dev.allclear.desk.console.incidents.report;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.head.Theirs;
import java.util.Optional;

/// The screen on which the post-incident report is written.
///
/// @param rows how many actions there is room for
public record ReportView(
        Frame frame, Summary summary, Sheet sheet, int rows, Optional<Theirs> theirs, ReportPreview preview) {}
