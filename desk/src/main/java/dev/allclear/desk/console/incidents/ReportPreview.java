package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.SafeHtml;

/// The report as customers will see it.
///
/// @param letting what the publish button says
public record ReportPreview(String title, SafeHtml wentWrong, SafeHtml fixed, SafeHtml prevented, Letting letting) {}
