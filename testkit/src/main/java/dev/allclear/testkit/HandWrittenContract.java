package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.shape.Copy;
import dev.allclear.shape.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every place for texts written by hand must do, whichever database is underneath.
public interface HandWrittenContract extends OnStore {

    @Test
    default void keeps_what_was_written_by_hand_for_each_update() {
        var page = Stories.opened(store()).id();
        var incident = Stories.openIncident(page);
        var own = Map.of(
                Shape.SMS,
                new Copy("", "Cards fail \uD83D\uDE22"),
                Shape.EMAIL,
                new Copy("Cards fail", "Dear buyers\n\nWait."));

        change(tx -> {
            tx.incidents().add(incident);
            tx.handWritten().add(page, incident.id(), incident.first().id(), own, "Ines");
            tx.handWritten().add(page, incident.id(), incident.first().id(), Map.of(), "Ines");
        });

        var kept = look(tx -> tx.handWritten().of(page, incident.id()));
        assertThat(kept).isEqualTo(Map.of(incident.first().id(), own));
    }

    @Test
    default void keeps_those_of_other_incidents_apart() {
        var page = Stories.opened(store()).id();
        var one = Stories.openIncident(page);
        var other = Stories.openIncident(page);

        change(tx -> {
            tx.incidents().add(one);
            tx.incidents().add(other);
            tx.handWritten().add(page, one.id(), one.first().id(), Map.of(Shape.X, new Copy("", "One")), "Ines");
        });

        var others = look(tx -> tx.handWritten().of(page, other.id()));
        assertThat(others).isEmpty();
    }
}
