package dev.allclear.desk.console.incidents.report;

import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.incidents.preview.Letting;
import java.util.List;

/// The report as customers will see it.
///
/// @param followUps what readers are told is still to be done
/// @param coaching what the writing coach says
/// @param letting what the publish button says
public record ReportPreview(
        String title,
        SafeHtml wentWrong,
        SafeHtml fixed,
        SafeHtml prevented,
        List<String> followUps,
        Letting letting,
        Coaching coaching) {}
