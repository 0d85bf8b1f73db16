package dev.allclear.desk.console.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.entrance.House;
import dev.allclear.people.Role;
import dev.allclear.sender.KeyMaker;
import dev.allclear.sender.KeyVault;
import dev.allclear.testkit.Stories;
import dev.allclear.wording.Signature;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {

    private static final String KEYS = "/desk/sending/keys";

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_key_signs_once_its_record_is_seen_and_rotates_without_a_gap() {
        var owner = house.person(house.page(), Role.OWNER);
        assertThat(owner.get("/desk/sending").body()).contains("Our mails are not signed", "SPF: Missing");

        assertThat(owner.post(KEYS, Map.of()).header("Location")).contains("?made#");
        var first = house.sender.keys().getFirst();
        assertThat(owner.get("/desk/sending").body())
                .contains("Waits for its record", first.name(), first.published())
                .doesNotContain(first.sealed());
        assertThat(owner.post(KEYS + "/" + first.selector() + "/check", Map.of())
                        .header("Location"))
                .contains("?seen=missing");
        assertThat(house.sender.active()).isEmpty();

        house.zone.put(first.name(), first.record());
        assertThat(owner.post(KEYS + "/" + first.selector() + "/check", Map.of())
                        .header("Location"))
                .contains("?seen=found");
        assertThat(house.sender.active()).isPresent();

        var _ = owner.post(KEYS, Map.of());
        var second = house.sender.keys().getFirst();
        assertThat(second.selector()).isNotEqualTo(first.selector());
        assertThat(house.sender.active().orElseThrow().selector()).isEqualTo(first.selector());
        house.zone.put(second.name(), first.record());
        assertThat(owner.post(KEYS + "/" + second.selector() + "/check", Map.of())
                        .header("Location"))
                .contains("?seen=wrong");
        house.zone.put(second.name(), second.record());
        var _ = owner.post(KEYS + "/" + second.selector() + "/check", Map.of());

        assertThat(house.sender.active().orElseThrow().selector()).isEqualTo(second.selector());
        assertThat(owner.get("/desk/sending").body()).contains("Retired", "Keep its record until");
        assertThat(owner.get("/desk/journal").body())
                .contains("made a key that signs mails", "retired a key that signed mails");
    }

    @Test
    void a_key_that_was_sealed_under_another_secret_is_not_taken_for_one_that_signs() {
        var owner = house.person(house.page(), Role.OWNER);
        var elsewhere = new KeyMaker(new KeyVault(new Signature(new byte[33]), Stories.entropy()));
        var key = elsewhere.make(house.sender.domain(), "ac2026a", Stories.NOW).active(Stories.NOW);
        house.store.inTransaction(tx -> {
            tx.signingKeys().save(key);
            return key;
        });

        assertThat(owner.get("/desk/sending").body())
                .contains("Our mails go out unsigned", "Can't be opened", "Make a new key")
                .doesNotContain("Signs our mails");
    }

    @Test
    void only_owners_see_and_make_keys() {
        var publisher = house.person(house.page(), Role.PUBLISHER);

        assertThat(publisher.get("/desk/sending").status()).isEqualTo(403);
        assertThat(publisher.post(KEYS, Map.of()).status()).isEqualTo(403);
        assertThat(house.sender.keys()).isEmpty();
    }
}
