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
        refuseIn(title, facts.impact(), facts.workaround(), facts.cause());
    }

    static void refuseIn(Revision revision) {
        refuseIn(revision.title(), revision.impact(), revision.workaround(), revision.cause());
    }

    private static void refuseIn(String title, String impact, Workaround workaround, RootCause cause) {
        Leftovers.refuse("title", title);
        Leftovers.refuse("impact", impact);
        if (workaround instanceof Workaround.Given(var text)) {
            Leftovers.refuse("workaround", text);
        }
        switch (cause) {
            case RootCause.Suspected(var text) -> Leftovers.refuse("cause", text);
            case RootCause.Confirmed(var text) -> Leftovers.refuse("cause", text);
            case RootCause.Unknown _, RootCause.ConfirmedNotPublic _ -> {}
        }
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
