package dev.allclear.testkit;

import static dev.allclear.testkit.Fanned.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Findings.AtDomain;
import dev.allclear.delivery.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store must find out about an announcement.
public interface FindingsContract extends OnQueue {

    private Fanned told() {
        var story = Fanned.to(store(), "ada", "bela", "cleo", "dora", "emil");
        record(claim(10).stream().map(FindingsContract::ended).toList());
        return story;
    }

    private static Delivery ended(Delivery one) {
        var address = one.address().value();
        return Fanned.with(
                one,
                switch (address.charAt(0)) {
                    case 'a' -> new State.Accepted(SOON.plusSeconds(9), "250 Ok");
                    case 'b', 'c' -> new State.Failed(SOON, "550 5.1.1 <" + address + ">: 100% unknown_user");
                    case 'd' -> new State.Failed(SOON, "554 5.7.1 not wanted");
                    default -> new State.Waiting(SOON.plusSeconds(60), "451 4.7.1 later");
                });
    }

    @Test
    default void counts_equal_reasons_and_finds_who_has_them() {
        var story = told();

        var reasons = look(
                tx -> tx.findings().reasons(story.page(), story.announcement().id(), 2));

        var unknown = new Reason(Kind.FAILED, "550 5.1.1 …: … unknown_user");
        assertThat(reasons)
                .containsExactly(
                        new Reason.Count(unknown, 2), new Reason.Count(new Reason(Kind.WAITING, "451 4.7.1 later"), 1));
        var having = look(
                tx -> tx.findings().having(story.page(), story.announcement().id(), unknown, 0, 10));
        assertThat(having)
                .extracting(Delivery::subscriber)
                .containsExactly(story.people().stream()
                        .sorted((one, other) -> one.value().compareTo(other.value()))
                        .filter(List.of(story.people().get(1), story.people().get(2))::contains)
                        .toArray(SubscriberId[]::new));
    }

    @Test
    default void counts_by_the_domain_of_addresses() {
        var story = told();

        var domains = look(
                tx -> tx.findings().domains(story.page(), story.announcement().id(), 20));

        var domain = story.audience().getFirst().address().value().replaceAll(".*@", "");
        assertThat(domains).containsExactly(new AtDomain(domain, 5, 1, 1, 3));
    }

    @Test
    default void says_how_fast_it_went_and_nothing_to_another_page() {
        var story = told();
        var other = Stories.opened(store()).id();

        var pace =
                look(tx -> tx.findings().pace(story.page(), story.announcement().id()));

        assertThat(pace.portions()).isEqualTo(1);
        assertThat(pace.accepted().values()).containsExactly(1L);
        assertThat(pace.until(1, 1).orElseThrow().toMillis()).isBetween(9_700L, 10_300L);
        var elsewhere =
                look(tx -> tx.findings().pace(other, story.announcement().id()));
        assertThat(elsewhere.accepted()).isEmpty();
        var reasons =
                look(tx -> tx.findings().reasons(other, story.announcement().id(), 9));
        assertThat(reasons).isEmpty();
        var domains =
                look(tx -> tx.findings().domains(other, story.announcement().id(), 9));
        assertThat(domains).isEmpty();
    }
}
