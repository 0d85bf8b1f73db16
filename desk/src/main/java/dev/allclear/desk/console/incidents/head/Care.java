package dev.allclear.desk.console.incidents.head;

import dev.allclear.desk.console.Option;
import dev.allclear.incident.Incident;
import dev.allclear.people.Account;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;

/// Who looks after an incident, as the person at the desk sees it.
///
/// @param owner their name; empty for nobody
/// @param isMine whether it is the person who looks
/// @param isTaken whether they said to be on it since the last word to customers
/// @param calls who was called, and who answered; oldest first
/// @param others to whom it can be handed
public record Care(Optional<String> owner, boolean isMine, boolean isTaken, List<Called> calls, List<Option> others) {

    public static Care of(Tx tx, Incident incident, Account looks) {
        var page = incident.page();
        var ownership = tx.reminders().ownership(page, incident.id());
        var others = Called.people(tx, page).stream()
                .filter(person -> !ownership.owner().equals(Optional.of(person.id())))
                .map(person -> Option.of(
                        person.id().value(), person.id().equals(looks.id()) ? person.name() + " (you)" : person.name()))
                .toList();
        return new Care(
                ownership.owner().map(person -> Called.name(tx, person)),
                ownership.owner().equals(Optional.of(looks.id())),
                ownership.taken().equals(Optional.of(incident.latest().id())),
                Called.about(tx, incident),
                others);
    }

    /// Whether there is anything to say by pressing the button.
    public boolean canTake() {
        return !(isMine && isTaken);
    }

    /// `You are on it`, `Ines Brandt looks after it`, `Nobody looks after it yet`
    public String sentence() {
        if (isMine) {
            return isTaken ? "You are on it." : "You look after it.";
        }
        return owner.map(name -> name + (isTaken ? " is on it." : " looks after it."))
                .orElse("Nobody looks after it yet.");
    }
}
