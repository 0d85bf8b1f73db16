package dev.allclear.desk.console.approval;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.incidents.drafts.Beside;
import dev.allclear.desk.console.incidents.drafts.DraftRow;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.desk.web.Form;
import java.util.List;
import java.util.Optional;

/// What somebody reads before they agree to it.
///
/// @param form what they answer for, and their remark
/// @param seen what they have before them, so that nothing else is published
/// @param incident the path of the one that it is about; empty for a new one
/// @param change the path of the form that it was written in
/// @param mine whether they wrote it themselves, so that they can't agree to it
public record ApprovalView(
        Frame frame,
        DraftRow row,
        Form form,
        String formId,
        String seen,
        Optional<String> incident,
        String change,
        Preview preview,
        List<Beside> beside,
        boolean mine) {}
