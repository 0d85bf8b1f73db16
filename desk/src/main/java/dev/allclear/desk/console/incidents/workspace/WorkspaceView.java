package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.incidents.form.Held;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.head.Care;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.preview.Offer;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.desk.web.Form;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.review.Overridden;
import java.util.List;
import java.util.Optional;

/// The workspace of one incident.
///
/// @param done what was just done (`declared`, `posted`, `resolved` ...); empty on other visits
/// @param mailed how the mails about that stand
/// @param care who looks after it
/// @param stopped what stopping mails has just done; empty on other visits
/// @param offer the playbook's words for the next update; empty for an incident that follows none
/// @param facts what is known, or what somebody tried to change
/// @param openFact which fact's form is unfolded, because it was refused
/// @param correction a correction that was refused
/// @param alone what was published without the second person that the policy asks for
/// @param works planned work that mends it, or that went on as it
/// @param report the three answers; empty while there is no report
public record WorkspaceView(
        Frame frame,
        Summary summary,
        String done,
        Optional<Progress> mailed,
        Care care,
        Optional<Stopped> stopped,
        Sheet sheet,
        List<Held> held,
        Picker picker,
        Preview preview,
        Optional<Offer> offer,
        List<Told> timeline,
        FactWords factWords,
        Form facts,
        String openFact,
        Form correction,
        List<SafeHtml> report,
        List<Overridden> alone,
        List<Maintenance> works,
        String publicLink) {}
