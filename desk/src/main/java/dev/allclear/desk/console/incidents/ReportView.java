package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Frame;
import java.util.Optional;

/// The screen on which the post-incident report is written.
///
/// @param rows how many actions there is room for
public record ReportView(
        Frame frame, Summary summary, Sheet sheet, int rows, Optional<Theirs> theirs, ReportPreview preview) {}
