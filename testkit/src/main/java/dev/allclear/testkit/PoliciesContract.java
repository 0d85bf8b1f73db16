package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.people.AccountId;
import dev.allclear.people.Role;
import dev.allclear.policy.Approval;
import dev.allclear.policy.Audience;
import dev.allclear.policy.Cadence;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store must do with severity policies.
public interface PoliciesContract extends OnStore {

    @Test
    default void a_page_has_the_usual_policy_until_it_has_its_own() {
        var page = Stories.opened(store()).id();

        var policy = look(tx -> tx.policies().of(page));

        assertThat(policy).isEqualTo(new Stored<>(SeverityPolicy.USUAL, 0));
    }

    @Test
    default void a_policy_is_kept_with_all_its_terms() {
        var page = Stories.opened(store()).id();
        var ines = Stories.account(Map.of(page, Role.PUBLISHER));
        var jonas = Stories.account(Map.of(page, Role.OWNER));
        var strict = strict(List.of(jonas.id(), ines.id()));
        change(tx -> {
            tx.accounts().save(ines);
            tx.accounts().save(jonas);
            tx.policies().save(page, SeverityPolicy.USUAL, 0);
        });

        change(tx -> tx.policies().save(page, strict, 1));

        var kept = look(tx -> tx.policies().of(page));
        assertThat(kept).isEqualTo(new Stored<>(strict, 2));
    }

    @Test
    default void a_policy_that_somebody_changed_meanwhile_is_not_overwritten() {
        var page = Stories.opened(store()).id();
        change(tx -> tx.policies().save(page, SeverityPolicy.USUAL, 0));

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.policies().save(page, SeverityPolicy.USUAL, 0)));
        change(tx -> tx.policies().save(page, SeverityPolicy.USUAL, 1));
        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.policies().save(page, SeverityPolicy.USUAL, 1)));
    }

    @Test
    default void who_leaves_the_company_leaves_the_list() {
        var page = Stories.opened(store()).id();
        var ines = Stories.account(Map.of(page, Role.PUBLISHER));
        var jonas = Stories.account(Map.of(page, Role.OWNER));
        change(tx -> {
            tx.accounts().save(ines);
            tx.accounts().save(jonas);
            tx.policies().save(page, strict(List.of(jonas.id(), ines.id())), 0);
        });

        change(tx -> tx.accounts().remove(jonas.id()));

        var policy = look(tx -> tx.policies().of(page).value());
        assertThat(policy.escalation()).containsExactly(ines.id());
    }

    private static SeverityPolicy strict(List<AccountId> escalation) {
        var terms = new HashMap<>(SeverityPolicy.USUAL.terms());
        terms.put(
                Severity.CRITICAL,
                new Terms(
                        Duration.ofMinutes(3),
                        new Cadence(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(45)),
                        Audience.EVERYBODY,
                        Approval.SECOND_PERSON,
                        Duration.ofSeconds(20),
                        Optional.of(Duration.ofMinutes(7)),
                        Optional.of(Duration.ofDays(3)),
                        Map.of(
                                Language.ENGLISH,
                                "A tenth of the month's fee.",
                                new Language("de"),
                                "Ein Zehntel des Monatspreises.")));
        return new SeverityPolicy(terms, escalation);
    }
}
