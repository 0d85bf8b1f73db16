package dev.allclear.desk.console.incidents.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.desk.console.incidents.Forms;
import dev.allclear.incident.Draft;
import dev.allclear.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Several people go on with the same draft, and nobody's words are lost.
final class SharedDraftTest {

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void two_who_go_on_with_one_draft_keep_what_both_wrote() {
        var drafter = server.somebody(Role.DRAFTER);
        var _ = drafter.send(drafter.get("/desk/incidents/new?playbook="), "/desk/drafts", Forms.declaration());
        var path = "/desk/drafts/" + drafts().getFirst().id().value();
        var mine = publisher.get(publisher.get(path).location());
        var theirs = drafter.get(drafter.get(path).location());

        var _ = server.clock.advance(Duration.ofMinutes(1));
        var _ = drafter.send(theirs, "/desk/drafts", saying("Theirs."));
        var saved = publisher.send(mine, "/desk/drafts", saying("Mine."));

        assertThat(drafts())
                .extracting(one -> one.fields().get("text").getFirst())
                .contains("Theirs.", "Mine.");
        assertThat(publisher.get(saved.location()).body()).contains("Kept beside the other.");
    }

    @Test
    void publishing_a_draft_leaves_what_was_written_into_it_since() {
        var drafter = server.somebody(Role.DRAFTER);
        var _ = drafter.send(drafter.get("/desk/incidents/new?playbook="), "/desk/drafts", Forms.declaration());
        var path = "/desk/drafts/" + drafts().getFirst().id().value();
        var mine = publisher.get(publisher.get(path).location());
        var theirs = drafter.get(drafter.get(path).location());

        var _ = server.clock.advance(Duration.ofMinutes(1));
        var _ = drafter.send(theirs, "/desk/drafts", saying("Theirs."));
        var published = publisher.send(mine, "/desk/incidents", Forms.declaration());

        assertThat(published.status()).as(published.body()).isEqualTo(303);
        assertThat(drafts())
                .extracting(one -> one.fields().get("text").getFirst())
                .containsExactly("Theirs.");
    }

    private List<Draft> drafts() {
        return server.store.reading(tx -> tx.drafts().all(server.page.id()));
    }

    private static Map<String, Object> saying(String text) {
        var fields = Forms.declaration();
        fields.put("text", text);
        return fields;
    }
}
