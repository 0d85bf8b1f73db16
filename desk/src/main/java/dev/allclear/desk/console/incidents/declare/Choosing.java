package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.playbooks.Libraries;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.incident.Incident;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.Playbook;
import dev.allclear.status.Board;
import dev.allclear.status.Component;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The first decision: what kind of trouble it is, and so which playbook it is told from.
record Choosing(Room room) {

    static final String SAID = "q";

    Answer screen(Ask ask) {
        var frame = room.frame(ask, Place.DECLARE, "Declare an incident");
        return room.page(200, "console/incidents/declare/choose.jte", view(ask, frame));
    }

    /// The fragment that the script asks for while somebody types.
    Answer fragment(Ask ask) {
        var frame = room.frame(ask, Place.DECLARE, "Declare an incident");
        return room.page(200, "console/incidents/declare/choices.jte", view(ask, frame));
    }

    private ChoosingView view(Ask ask, Frame frame) {
        var said = ask.query().get(SAID).strip();
        var library = new Libraries(room).of(ask);
        var found = said.isEmpty() ? List.<Playbook>of() : outages(library.search(Libraries.language(ask), said));
        var shown = found.isEmpty() ? fitting(ask, library, said) : found;
        var open = room
                .doors()
                .store()
                .reading(tx -> tx.incidents().open(ask.page().id()))
                .stream()
                .map(stored -> open(frame, stored.value()))
                .toList();
        return new ChoosingView(
                frame,
                said,
                said.isEmpty() || !found.isEmpty(),
                shown.stream().map(playbook -> choice(frame, playbook, said)).toList(),
                open);
    }

    /// Those first that speak of what is said, or of what is broken already.
    private List<Playbook> fitting(Ask ask, Library library, String said) {
        var broken = said.isEmpty() ? room.doors().store().reading(tx -> broken(ask, tx)) : List.<String>of();
        return outages(library.fitting(Libraries.language(ask), broken, Optional.empty(), said));
    }

    private static List<String> broken(Ask ask, Tx tx) {
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var board = Board.at(catalogue, tx.states().since(ask.page().id(), ask.now()), ask.now());
        return catalogue
                .active()
                .filter(component -> board.of(component).worseThan(State.UNKNOWN))
                .map(Component::name)
                .toList();
    }

    private static List<Playbook> outages(List<Playbook> playbooks) {
        return playbooks.stream()
                .filter(playbook -> playbook.kind() == Playbook.Kind.OUTAGE)
                .toList();
    }

    private static ChoosingView.Choice choice(Frame frame, Playbook playbook, String said) {
        var link = frame.link("/desk/incidents/new") + "?" + Libraries.FIELD + "=" + playbook.slug();
        return new ChoosingView.Choice(
                playbook.name(),
                playbook.whenToUse(),
                said.isEmpty() ? link : link + "&" + SAID + "=" + URLEncoder.encode(said, StandardCharsets.UTF_8));
    }

    private static ChoosingView.Open open(Frame frame, Incident incident) {
        return new ChoosingView.Open(
                incident.title(), frame.link("/desk/incidents/" + incident.id().value()));
    }
}
