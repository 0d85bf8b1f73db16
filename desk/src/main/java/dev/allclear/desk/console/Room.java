package dev.allclear.desk.console;

import dev.allclear.Entropy;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Templates;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Permalinks;
import java.util.Optional;

/// What every screen of the desk has at hand.
///
/// @param keptMails empty where mails go out through a mail server
public record Room(
        FrontDoors doors,
        Templates templates,
        Permalinks links,
        Markdown markdown,
        Optional<KeptMails> keptMails,
        Entropy entropy) {

    /// The frame around one screen, for whoever is signed in.
    public Frame frame(Ask ask, Place place, String title) {
        var person = ask.person();
        return new Frames(doors, links, keptMails.isPresent())
                .of(ask, person.account(), person.session(), place, title);
    }

    /// What the page holds itself to.
    public SeverityPolicy policy(Ask ask) {
        return doors.store().reading(tx -> tx.policies().of(ask.page().id()).value());
    }

    public Answer page(int status, String template, Object model) {
        return templates.page(status, template, model);
    }
}
