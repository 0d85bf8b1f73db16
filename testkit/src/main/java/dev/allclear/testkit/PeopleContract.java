package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.operation.AccountDesk;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.people.ApiKey;
import dev.allclear.people.ApiKeyId;
import dev.allclear.people.OneTimeLink;
import dev.allclear.people.Passwords;
import dev.allclear.people.Role;
import dev.allclear.people.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every store must do with accounts, sessions, one-time links and API keys.
public interface PeopleContract extends OnStore {

    Instant LATER = Stories.NOW.plusSeconds(3_600);

    @Test
    default void keeps_an_account_as_it_is() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var ines = Stories.account(Map.of(page, Role.OWNER, other, Role.VIEWER));
        var jonas = new Account(
                new AccountId(Stories.unique("jonas")),
                new EmailAddress(Stories.unique("jonas") + "@fernhill.example"),
                "Jonas Weber",
                Optional.empty(),
                Map.of(),
                Stories.NOW);

        change(tx -> List.of(ines, jonas).forEach(tx.accounts()::save));

        for (var account : List.of(ines, jonas)) {
            var found = look(tx -> tx.accounts().find(account.id()));
            assertThat(found).contains(account);
            var byEmail = look(tx -> tx.accounts()
                    .findByEmail(new EmailAddress(
                            account.email().value().replace("ines", "INES").replace("jonas", "Jonas"))));
            assertThat(byEmail).contains(account);
        }
        var all = look(tx -> tx.accounts().all());
        assertThat(all).containsSubsequence(ines, jonas);
    }

    @Test
    default void puts_an_account_in_place_of_the_one_with_the_same_id() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var ines = Stories.account(Map.of(page, Role.OWNER));
        var next = new Account(
                ines.id(),
                ines.email(),
                "Ines Brandt-Moor",
                Optional.of("$argon2id$new"),
                Map.of(other, Role.DRAFTER),
                ines.createdAt());

        change(tx -> tx.accounts().save(ines));
        change(tx -> tx.accounts().save(next));

        var found = look(tx -> tx.accounts().find(ines.id()));
        assertThat(found).contains(next);
    }

    @Test
    default void a_role_that_is_taken_away_while_the_account_is_being_changed_stays_away()
            throws InterruptedException, ExecutionException {
        var page = Stories.opened(store()).id();
        var ines = Stories.account(Map.of(page, Role.OWNER));
        change(tx -> tx.accounts().save(ines));

        changeMeanwhile(
                tx -> tx.accounts().findByEmail(ines.email()).orElseThrow(),
                (tx, seen) -> tx.accounts().save(with(seen, "$argon2id$new", seen.roles())),
                tx -> {
                    var seen = tx.accounts().find(ines.id()).orElseThrow();
                    tx.accounts().save(with(seen, seen.passwordHash().orElseThrow(), Map.of()));
                });

        var found = look(tx -> tx.accounts().find(ines.id()));
        assertThat(found).contains(with(ines, "$argon2id$new", Map.of()));
    }

    private static Account with(Account account, String hash, Map<PageId, Role> roles) {
        return new Account(
                account.id(), account.email(), account.name(), Optional.of(hash), roles, account.createdAt());
    }

    @Test
    default void two_owners_who_remove_each_other_leave_one() throws InterruptedException, ExecutionException {
        var desk = new AccountDesk(store(), () -> Stories.NOW, Stories.entropy(), new NoPasswords());
        for (var round = 0; round < 20; round++) {
            var page = Stories.opened(store()).id();
            var ines = Stories.account(Map.of(page, Role.OWNER));
            var jonas = Stories.account(Map.of(page, Role.OWNER));
            change(tx -> List.of(ines, jonas).forEach(tx.accounts()::save));

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var removals = threads.invokeAll(List.of(
                        () -> isRemoved(desk, page, ines, Actor.of(jonas)),
                        () -> isRemoved(desk, page, jonas, Actor.of(ines))));
                assertThat(removals.get(0).get()).isNotEqualTo(removals.get(1).get());
            }

            assertThat(desk.people(page)).hasSize(1);
        }
    }

    private static boolean isRemoved(AccountDesk desk, PageId page, Account who, Actor by) {
        try {
            desk.remove(page, who.id(), by);
            return true;
        } catch (Refused.Conflict lastOwner) {
            return false;
        }
    }

    /// Where nobody signs in.
    final class NoPasswords implements Passwords {
        @Override
        public String hash(String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(String password, String hash) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    default void refuses_an_address_that_another_account_has() {
        var ines = Stories.account(Map.of());
        var thief = new Account(
                new AccountId(Stories.unique("thief")),
                new EmailAddress(
                        ines.email().value().toUpperCase(Locale.ROOT).replace("FERNHILL.EXAMPLE", "fernhill.example")),
                "A. Thief",
                Optional.empty(),
                Map.of(),
                Stories.NOW);
        change(tx -> tx.accounts().save(ines));

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> change(tx -> tx.accounts().save(thief)));
    }

    @Test
    default void removes_an_account_with_its_sessions_and_links() {
        var ines = Stories.account(Map.of(Stories.opened(store()).id(), Role.OWNER));
        var session = session(ines, LATER);
        var link = link(Optional.of(ines.id()), LATER);
        change(tx -> {
            tx.accounts().save(ines);
            tx.sessions().add(session);
            tx.sessions().add(link);
        });

        change(tx -> tx.accounts().remove(ines.id()));

        var found = look(tx -> tx.accounts().find(ines.id()));
        assertThat(found).isEmpty();
        assertThat(session(session.tokenHash(), Stories.NOW)).isEmpty();
        assertThat(redeem(link.tokenHash(), Stories.NOW)).isEmpty();
    }

    @Test
    default void knows_a_session_until_it_expires() {
        var ines = Stories.account(Map.of());
        var session = session(ines, LATER);
        change(tx -> tx.accounts().save(ines));
        change(tx -> tx.sessions().add(session));

        assertThat(session(session.tokenHash(), LATER.minusMillis(1))).contains(session);
        assertThat(session(session.tokenHash(), LATER)).isEmpty();
        assertThat(session("0000", Stories.NOW)).isEmpty();
    }

    @Test
    default void ends_one_session_or_all_of_a_person() {
        var ines = Stories.account(Map.of());
        var jonas = Stories.account(Map.of());
        var sessions = List.of(session(ines, LATER), session(ines, LATER), session(ines, LATER), session(jonas, LATER));
        change(tx -> List.of(ines, jonas).forEach(tx.accounts()::save));
        change(tx -> sessions.forEach(tx.sessions()::add));

        change(tx -> tx.sessions().remove(sessions.get(0).tokenHash()));
        assertThat(sessions)
                .map(one -> session(one.tokenHash(), Stories.NOW).isPresent())
                .containsExactly(false, true, true, true);

        change(tx -> tx.sessions().removeAllOf(ines.id()));
        assertThat(sessions)
                .map(one -> session(one.tokenHash(), Stories.NOW).isPresent())
                .containsExactly(false, false, false, true);
    }

    @Test
    default void hands_out_a_link_once_and_only_before_it_expires() {
        var ines = Stories.account(Map.of());
        var link = link(Optional.of(ines.id()), LATER);
        var late = link(Optional.empty(), LATER);
        change(tx -> tx.accounts().save(ines));
        change(tx -> List.of(link, late).forEach(tx.sessions()::add));

        var peeked = look(tx -> tx.sessions().peek(link.tokenHash(), Stories.NOW));
        assertThat(peeked).contains(link);
        assertThat(redeem(link.tokenHash(), Stories.NOW)).contains(link);
        assertThat(redeem(link.tokenHash(), Stories.NOW)).isEmpty();
        assertThat(redeem(late.tokenHash(), LATER)).isEmpty();
    }

    @Test
    default void hands_out_a_link_to_one_of_many_who_come_at_once() throws InterruptedException, ExecutionException {
        var link = link(Optional.empty(), LATER);
        change(tx -> tx.sessions().add(link));
        var tries = new ArrayList<Future<Optional<OneTimeLink>>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 10; number++) {
                tries.add(threads.submit(() -> redeem(link.tokenHash(), Stories.NOW)));
            }
        }

        var redeemed = 0;
        for (var one : tries) {
            redeemed += one.get().isPresent() ? 1 : 0;
        }
        assertThat(redeemed).isEqualTo(1);
    }

    @Test
    default void keeps_an_api_key_as_it_is() {
        var page = Stories.opened(store()).id();
        var key = key(page, Stories.NOW, Optional.of(LATER));
        change(tx -> tx.apiKeys().add(key));

        var found = look(tx -> tx.apiKeys().findByHash(key.hash()));
        assertThat(found).contains(key);
        var wrong = look(tx -> tx.apiKeys().findByHash("0000"));
        assertThat(wrong).isEmpty();
    }

    @Test
    default void lists_keys_of_a_page_newest_first_with_when_they_were_used_and_revoked() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var older = key(page, Stories.NOW, Optional.empty());
        var newer = key(page, Stories.NOW.plusSeconds(1), Optional.empty());
        change(tx ->
                List.of(older, newer, key(other, Stories.NOW, Optional.empty())).forEach(tx.apiKeys()::add));

        change(tx -> tx.apiKeys().used(newer.id(), LATER));
        change(tx -> tx.apiKeys().revoke(page, older.id(), LATER));
        change(tx -> tx.apiKeys().revoke(page, older.id(), LATER.plusSeconds(1)));
        change(tx -> tx.apiKeys().revoke(other, newer.id(), LATER));

        var keys = look(tx -> tx.apiKeys().all(page));
        assertThat(keys).extracting(ApiKey::id).containsExactly(newer.id(), older.id());
        assertThat(keys).extracting(ApiKey::lastUsedAt).containsExactly(Optional.of(LATER), Optional.empty());
        assertThat(keys).extracting(ApiKey::revokedAt).containsExactly(Optional.empty(), Optional.of(LATER));
    }

    private Optional<Session> session(String tokenHash, Instant now) {
        return look(tx -> tx.sessions().find(tokenHash, now));
    }

    private Optional<OneTimeLink> redeem(String tokenHash, Instant now) {
        return store().inTransaction(tx -> tx.sessions().redeem(tokenHash, now));
    }

    private static Session session(Account account, Instant expires) {
        return new Session(Stories.unique("token"), account.id(), "form-token", Stories.NOW, expires);
    }

    private static OneTimeLink link(Optional<AccountId> account, Instant expires) {
        var purpose = account.isPresent() ? OneTimeLink.Purpose.CHOOSE_PASSWORD : OneTimeLink.Purpose.SET_UP;
        return new OneTimeLink(Stories.unique("link"), purpose, account, expires);
    }

    private static ApiKey key(PageId page, Instant createdAt, Optional<Instant> expires) {
        var id = Stories.unique("key");
        return new ApiKey(
                new ApiKeyId(id),
                page,
                "Monitoring",
                "ac_" + id,
                "hash of " + id,
                Role.PUBLISHER,
                createdAt,
                expires,
                Optional.empty(),
                Optional.empty());
    }
}
