package dev.allclear.desk.console.incidents.resolve;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.incidents.form.Held;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.head.Theirs;
import dev.allclear.desk.console.incidents.preview.Offer;
import dev.allclear.desk.console.incidents.preview.Preview;
import java.util.List;
import java.util.Optional;

/// A screen on which an incident is resolved, withdrawn or reopened.
///
/// @param theirs what somebody else published meanwhile; empty when nobody did
/// @param held what is hit, with the state chosen next
/// @param offer the playbook's words for the all-clear; empty for an incident that follows none
/// @param told who gets it by mail, as a sentence
/// @param willOweReport whether an all-clear leaves a report owed
public record ActView(
        Frame frame,
        Summary summary,
        Sheet sheet,
        Optional<Theirs> theirs,
        List<Held> held,
        Preview preview,
        Optional<Offer> offer,
        String told,
        boolean willOweReport) {}
