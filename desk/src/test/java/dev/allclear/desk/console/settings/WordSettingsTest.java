package dev.allclear.desk.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Lexicon;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.people.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordSettingsTest {

    private static final Map<String, String> WORDS = Map.of(
            "products", "Fernhill Box\r\n\r\n  LB Cloud  ",
            "glossary", "failover = switch to the second site\r\np99=the slowest pages",
            "forbidden", "Bluebird Ltd",
            "patterns", "db-#",
            "support", "help@fernhill.example",
            "version", "0");

    private House house;
    private House.Person owner;
    private String path;

    @BeforeEach
    void open() {
        house = House.open();
        var page = house.page();
        owner = house.person(page, Role.OWNER);
        path = "/p/" + page.slug() + "/desk/words";
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void words_are_kept_line_by_line_and_shown_again() {
        var saved = owner.post(path, WORDS);

        assertThat(saved.header("Location")).isEqualTo(path + "?saved");
        var page = house.doors.pages().all().getFirst().value().id();
        assertThat(house.store.reading(tx -> tx.lexicons().of(page)).value())
                .isEqualTo(new Lexicon(
                        List.of("Fernhill Box", "LB Cloud"),
                        List.of(
                                new Term("failover", "switch to the second site"),
                                new Term("p99", "the slowest pages")),
                        List.of("Bluebird Ltd"),
                        List.of("db-#"),
                        "help@fernhill.example"));
        assertThat(owner.get(path).body()).contains("failover = switch to the second site\np99 = the slowest pages");
    }

    @Test
    void a_line_that_makes_no_sense_is_named_and_all_is_kept() {
        var fields = new HashMap<>(WORDS);
        fields.put("glossary", "failover");
        fields.put("patterns", "**");

        var refused = owner.post(path, fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“failover” should be a term", "“**” would fit nearly everything", "LB Cloud", "#glossary");
    }

    @Test
    void words_are_tried_before_they_are_saved() {
        var fields = new HashMap<>(WORDS);
        fields.put("sample", "The failover of db-12 by Bluebird Ltd took long.");

        var tried = owner.post(path + "/try", fields);

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body())
                .contains("3 findings", "db-12", "Bluebird Ltd", "data-fix=\"sample\"", "switch to the second site");
        var page = house.doors.pages().all().getFirst().value().id();
        assertThat(house.store.reading(tx -> tx.lexicons().of(page)).version()).isZero();
    }

    @Test
    void whoever_comes_second_overwrites_nothing() {
        var _ = owner.post(path, WORDS);

        var late = owner.post(path, WORDS);

        assertThat(late.status()).isEqualTo(409);
    }
}
