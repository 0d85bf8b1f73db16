package dev.allclear.app;

import dev.allclear.Entropy;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.accounts.SignIn;
import dev.allclear.desk.console.Console;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.approval.ApprovalScreens;
import dev.allclear.desk.console.audience.AudienceScreens;
import dev.allclear.desk.console.catalogue.CatalogueScreens;
import dev.allclear.desk.console.deliveries.DeliveryScreens;
import dev.allclear.desk.console.entrance.Entrance;
import dev.allclear.desk.console.incidents.IncidentScreens;
import dev.allclear.desk.console.journal.JournalScreens;
import dev.allclear.desk.console.maintenance.MaintenanceScreens;
import dev.allclear.desk.console.people.PeopleScreens;
import dev.allclear.desk.console.playbooks.PlaybookScreens;
import dev.allclear.desk.console.rehearsals.RehearsalScreens;
import dev.allclear.desk.console.review.ReviewScreens;
import dev.allclear.desk.console.sending.SendingScreens;
import dev.allclear.desk.console.settings.SettingsScreens;
import dev.allclear.desk.console.suppressions.SuppressionScreens;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.desk.web.Surface;
import dev.allclear.desk.web.Templates;
import dev.allclear.operation.SenderDesk;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Permalinks;
import java.util.List;
import java.util.Optional;

/// Puts the operator's console together, screen by screen.
record ConsoleWiring(
        FrontDoors doors,
        SenderDesk sender,
        Permalinks links,
        Markdown markdown,
        Optional<KeptMails> keptMails,
        SessionCookie cookie,
        Entropy entropy) {

    List<Surface> surfaces(Templates templates, SignIn signIn) {
        var room = new Room(doors, templates, links, markdown, keptMails, entropy);
        List<Screens> screens = List.of(
                new Entrance(room, signIn),
                new IncidentScreens(room),
                new ApprovalScreens(room),
                new ReviewScreens(room),
                new MaintenanceScreens(room),
                new PlaybookScreens(room),
                new RehearsalScreens(room),
                new CatalogueScreens(room),
                new AudienceScreens(room),
                new SuppressionScreens(room),
                new DeliveryScreens(room),
                new JournalScreens(room),
                new PeopleScreens(room, signIn),
                new SendingScreens(room, sender),
                new SettingsScreens(room));
        return List.of(new Console(room, cookie, screens));
    }
}
