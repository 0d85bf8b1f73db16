package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.Tag;
import dev.allclear.delivery.KeptMails;
import dev.allclear.delivery.Subject;
import dev.allclear.language.Language;
import dev.allclear.operation.RosterDesk;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.roster.CsvRoster;
import dev.allclear.roster.Fate;
import dev.allclear.roster.Fate.Kind;
import dev.allclear.roster.Tally;
import dev.allclear.roster.Terms;
import dev.allclear.wording.Signature;
import dev.allclear.wording.Signature.Purpose;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What becomes of files of subscribers over any store: consent is kept, nobody is brought back, nobody is asked twice.
public interface RosterContract extends OnDesk {

    Terms.Consent AGREED = new Terms.Consent(Instant.parse("2025-01-01T00:00:00Z"), "ticked the box in the shop");
    Terms DECLARED = new Terms(Optional.of(AGREED), 0, false, Set.of());
    Terms ASKING = new Terms(Optional.empty(), 2, false, Set.of());

    /// The desk, with what it said of each line of the file it took last.
    record Rosters(RosterDesk desk, SubscriptionDesk people, PageId page, List<Fate> told) {

        Tally take(Terms terms, String... lines) {
            told.clear();
            return desk.take(page, file(lines), terms, INES, told::add);
        }

        Tally look(Terms terms, String... lines) {
            told.clear();
            return desk.look(page, file(lines), terms, told::add);
        }

        private static CsvRoster file(String... lines) {
            return new CsvRoster(new StringReader(String.join("\r\n", lines)));
        }

        List<String> fields() {
            return told.stream().map(Fate::field).toList();
        }
    }

    private Rosters rosters() {
        var page = Stories.opened(store()).id();
        var clock = InstantSource.fixed(Stories.NOW);
        var signature = new Signature(new byte[32]);
        return new Rosters(
                new RosterDesk(store(), clock, Stories.entropy(), signature),
                new SubscriptionDesk(store(), clock, Stories.entropy(), signature, KeptMails.NONE),
                page,
                new ArrayList<>());
    }

    @Test
    default void takes_in_who_agreed_with_the_proof_and_sends_no_mail() {
        var rosters = rosters();

        var tally = rosters.take(
                Terms.STRICT,
                "email,consent_at,consent_source,components,groups,regions,kinds,language,time_zone,tags",
                "ada@shops.example,2025-03-01T10:00:00Z,signed contract 12,checkout,Shop,,incidents,de,Europe/Berlin,"
                        + "\"enterprise, beta\"");

        assertThat(tally.of(Kind.ADDED)).isEqualTo(1);
        var ada = only(rosters.page());
        assertThat(ada.standing())
                .isEqualTo(new Standing.Confirmed(Instant.parse("2025-03-01T10:00:00Z"), "signed contract 12"));
        assertThat(ada.choice())
                .isEqualTo(new Choice(
                        Set.of(Stories.CHECKOUT), Set.of(Stories.SHOP), Set.of(), Set.of(Choice.Kind.INCIDENTS)));
        assertThat(ada.language()).isEqualTo(new Language("de"));
        assertThat(ada.zone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(ada.tags()).containsExactlyInAnyOrder(new Tag("enterprise"), new Tag("beta"));
        assertThat(traces(rosters.page()).announced()).isEmpty();
        assertThat(traces(rosters.page()).journal()).containsExactly("subscribers.imported");
    }

    @Test
    default void keeps_what_the_operator_declares_as_the_proof() {
        var rosters = rosters();

        var _ = rosters.take(DECLARED, "ada@shops.example");

        assertThat(only(rosters.page()).standing())
                .isEqualTo(new Standing.Confirmed(AGREED.at(), "declared on import: ticked the box in the shop"));
        assertThat(traces(rosters.page()).announced()).isEmpty();
    }

    @Test
    default void asks_nobody_unless_told_to_and_nobody_twice() {
        var rosters = rosters();
        String[] file = {"ada@shops.example", "bela@shops.example", "cleo@shops.example"};

        assertThat(rosters.take(Terms.STRICT, file).of(Kind.REFUSED)).isEqualTo(3);
        assertThat(rosters.fields()).containsOnly("consent_at");

        var first = rosters.take(ASKING, file);
        assertThat(first.of(Kind.ASKED)).isEqualTo(2);
        assertThat(first.of(Kind.REFUSED)).isEqualTo(1);

        var second = rosters.take(ASKING, file);
        assertThat(second.of(Kind.UNCHANGED)).isEqualTo(2);
        assertThat(second.of(Kind.ASKED)).isEqualTo(1);

        assertThat(traces(rosters.page()).announced())
                .hasSize(3)
                .allMatch(announced -> announced.subject() instanceof Subject.OfConfirmation);
    }

    @Test
    default void changes_nothing_when_a_file_comes_again() {
        var rosters = rosters();
        var before = rosters.take(DECLARED, "ada@shops.example", "bela@shops.example");
        assertThat(before.of(Kind.ADDED)).isEqualTo(2);
        var people = all(rosters.page());

        var again = rosters.take(DECLARED, "ADA@shops.example", "bela@shops.example");

        assertThat(again.of(Kind.UNCHANGED)).isEqualTo(2);
        assertThat(all(rosters.page())).isEqualTo(people);
    }

    @Test
    default void brings_nobody_back_who_left_or_was_erased() {
        var rosters = rosters();
        var _ = rosters.take(DECLARED, "ada@shops.example", "bela@shops.example");
        var ada = one(rosters.page(), "ada@");
        var bela = one(rosters.page(), "bela@");
        var _ = rosters.people().stop(rosters.page(), ada.id(), INES);
        rosters.people().erase(rosters.page(), bela.id(), INES);

        var tally = rosters.take(
                new Terms(Optional.of(AGREED), 10, true, Set.of()), "ada@shops.example", "bela@shops.example");

        assertThat(tally.of(Kind.REFUSED)).isEqualTo(2);
        assertThat(all(rosters.page())).hasSize(1).noneMatch(Subscriber::isConfirmed);
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> rosters.people()
                        .add(
                                rosters.page(),
                                new EmailAddress("bela@shops.example"),
                                Choice.EVERYTHING,
                                Language.ENGLISH,
                                Optional.empty(),
                                INES));
    }

    @Test
    default void lets_who_was_erased_come_back_by_themselves() {
        var rosters = rosters();
        var _ = rosters.take(DECLARED, "ada@shops.example");
        rosters.people().erase(rosters.page(), only(rosters.page()).id(), INES);

        var address = new EmailAddress("ada@shops.example");
        rosters.people().ask(rosters.page(), address, Choice.EVERYTHING, Language.ENGLISH, Optional.empty());
        var token = new Signature(new byte[32])
                .token(rosters.page(), only(rosters.page()).id(), Purpose.CONFIRM, Instant.MAX);
        var _ = rosters.people().confirm(rosters.page(), token);

        assertThat(only(rosters.page()).isConfirmed()).isTrue();
        assertThat(rosters.take(DECLARED, "ada@shops.example").of(Kind.UNCHANGED))
                .isEqualTo(1);
    }

    @Test
    default void keeps_who_left_elsewhere_away_here_too() {
        var rosters = rosters();

        var _ = rosters.take(DECLARED, "email,state", "ada@shops.example,unsubscribed");
        assertThat(rosters.fields()).containsExactly("state");
        assertThat(rosters.take(DECLARED, "ada@shops.example").of(Kind.REFUSED)).isEqualTo(1);
        assertThat(all(rosters.page())).isEmpty();
    }

    @Test
    default void lets_what_people_chose_stand_unless_told_otherwise_and_never_their_standing() {
        var rosters = rosters();
        var _ = rosters.take(DECLARED, "email,components", "ada@shops.example,Checkout");
        String[] file = {"email,components,tags", "ada@shops.example,API,beta"};

        assertThat(rosters.take(Terms.STRICT, file).of(Kind.CHANGED)).isEqualTo(1);
        assertThat(only(rosters.page()).choice().components()).containsExactly(Stories.CHECKOUT);
        assertThat(only(rosters.page()).tags()).containsExactly(new Tag("beta"));

        var overwriting = new Terms(Optional.empty(), 0, true, Set.of());
        assertThat(rosters.take(overwriting, file).of(Kind.CHANGED)).isEqualTo(1);
        assertThat(only(rosters.page()).choice().components()).containsExactly(Stories.API);
        assertThat(only(rosters.page()).isConfirmed()).isTrue();
    }

    @Test
    default void says_of_each_line_what_is_wrong_with_it() {
        var rosters = rosters();

        var tally = rosters.take(
                DECLARED,
                "Email Address;Components;Language;Time zone;State;Consent date;Mode",
                "no address;;;;;;",
                ";Checkout;;;;;",
                "a1@shops.example;Nothing;;;;;",
                "a2@shops.example;;xx;;;;",
                "a3@shops.example;;;Mars/Olympus;;;",
                "a4@shops.example;;;;maybe;;",
                "a5@shops.example;;;;pending;;",
                "a6@shops.example;;;;;yesterday;",
                "a7@shops.example;;;;;2999-01-01;",
                "a8@shops.example;;;;;;sms",
                "fine@shops.example;;;;;;email",
                "FINE@shops.example;;;;;;email");

        assertThat(tally.of(Kind.ADDED)).isEqualTo(1);
        assertThat(rosters.told())
                .extracting(Fate::line)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
        assertThat(rosters.fields())
                .containsExactly(
                        "email",
                        "email",
                        "components",
                        "language",
                        "time_zone",
                        "state",
                        "state",
                        "consent_at",
                        "consent_at",
                        "mode",
                        "",
                        "email");
    }

    @Test
    default void looking_first_tells_the_same_and_changes_nothing() {
        var rosters = rosters();
        String[] file = {"email,state", "ada@shops.example,", "bela@shops.example,unsubscribed", "nobody,"};

        var foreseen = rosters.look(DECLARED, file);
        var told = List.copyOf(rosters.told());
        assertThat(all(rosters.page())).isEmpty();
        assertThat(traces(rosters.page()).journal()).isEmpty();

        assertThat(rosters.take(DECLARED, file)).isEqualTo(foreseen);
        assertThat(rosters.told()).isEqualTo(told);
    }

    @Test
    default void what_it_writes_it_reads_back() {
        var rosters = rosters();
        var wild = new Standing.Confirmed(Stories.NOW.minusSeconds(60), "=HYPERLINK(\"x\"), said \"yes\";\r\nand '+1");
        var ada = Stories.subscriber(rosters.page(), "ada", "+ada")
                .choosing(
                        new Choice(
                                Set.of(Stories.API, Stories.CHECKOUT),
                                Set.of(Stories.SHOP),
                                Set.of(Stories.EUROPE),
                                Set.of(Choice.Kind.MAINTENANCE)),
                        new Language("de"),
                        Optional.of(ZoneId.of("Asia/Kathmandu")))
                .tagged(Set.of(new Tag("key account"), new Tag("beta")));
        var bela = Stories.subscriber(rosters.page(), "bela", "=bela")
                .standing(wild)
                .pausing(Optional.of(Pause.OPEN));
        change(tx -> List.of(ada, bela).forEach(tx.subscribers()::save));
        var written = new StringBuilder();
        rosters.desk().write(rosters.page(), Selection.ALL, written::append);

        assertThat(written.toString())
                .contains("\"'+ada@")
                .contains("\"'=bela@")
                .contains("\"'=HYPERLINK");
        change(tx -> List.of(ada, bela).forEach(one -> tx.subscribers().erase(rosters.page(), one.id())));
        var tally = rosters.take(Terms.STRICT, written.toString());

        assertThat(tally.of(Kind.ADDED)).isEqualTo(2);
        assertThat(all(rosters.page()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactlyInAnyOrder(ada, bela);
    }

    private List<Subscriber> all(PageId page) {
        return look(tx -> tx.subscribers().each(page, Selection.ALL, Optional.empty(), 1_000));
    }

    private Subscriber only(PageId page) {
        return all(page).getFirst();
    }

    private Subscriber one(PageId page, String part) {
        return look(tx -> tx.subscribers().each(page, Selection.of(part), Optional.empty(), 1))
                .getFirst();
    }
}
