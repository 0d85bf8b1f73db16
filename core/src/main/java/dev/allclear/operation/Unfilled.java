package dev.allclear.operation;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import dev.allclear.playbook.Leftovers;

/// Refuses to say anything in which a playbook's placeholder is left over, whoever asks and however loudly.
final class Unfilled {

    private Unfilled() {}

    static void refuseIn(String title, Facts facts) {
        refuseIn(title, facts.workaround(), facts.cause());
        refuseIn(facts.impact(), facts.scope(), facts.doing(), facts.fix());
    }

    static void refuseIn(Revision revision) {
        refuseIn(revision.title(), revision.workaround(), revision.cause());
        refuseIn(revision.impact(), revision.scope(), revision.doing(), revision.fix());
    }

    private static void refuseIn(String impact, String scope, String doing, String fix) {
        Leftovers.refuse("impact", impact);
        Leftovers.refuse("scope", scope);
        Leftovers.refuse("doing", doing);
        Leftovers.refuse("fix", fix);
    }

    private static void refuseIn(String title, Workaround workaround, RootCause cause) {
        Leftovers.refuse("title", title);
        if (workaround instanceof Workaround.Given(var text)) {
            Leftovers.refuse("workaround", text);
        }
        switch (cause) {
            case RootCause.Suspected(var text) -> Leftovers.refuse("cause", text);
            case RootCause.Confirmed(var text) -> Leftovers.refuse("cause", text);
            case RootCause.Unknown _, RootCause.ConfirmedNotPublic _ -> {}
        }
    }

    /// Shapes that were written by hand.
    static void refuseIn(Release release) {
        release.own().forEach((shape, copy) -> {
            Leftovers.refuse("own-" + shape.key() + "-headline", copy.headline());
            Leftovers.refuse("own-" + shape.key(), copy.body());
        });
    }

    static void refuseIn(Answers answers) {
        Leftovers.refuse("wentWrong", answers.wentWrong());
        Leftovers.refuse("fixed", answers.fixed());
        Leftovers.refuse("prevented", answers.prevented());
    }

    static void refuseIn(AllClear answers) {
        Leftovers.refuse("worksAgain", answers.worksAgain());
        Leftovers.refuse("reason", answers.reason());
        answers.leftovers().ifPresent(text -> Leftovers.refuse("leftovers", text));
    }
}
