package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.SafeHtml;
import java.util.List;

/// The report as customers will see it.
///
/// @param followUps what readers are told is still to be done
/// @param letting what the publish button says
public record ReportPreview(
        String title,
        SafeHtml wentWrong,
        SafeHtml fixed,
        SafeHtml prevented,
        List<String> followUps,
        Letting letting) {}
