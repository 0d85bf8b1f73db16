package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.audience.EmailAddress;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.people.OneTimeLink;
import dev.allclear.people.OneTimeLink.Purpose;
import dev.allclear.people.Passwords;
import dev.allclear.people.Role;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The front door for the people at the desk: who they are, what they may do, and the passwords they choose.
///
/// Passwords are hashed outside of transactions, since that takes long by intent and writers wait for each other.
public final class AccountDesk {

    public static final Duration SET_UP_WITHIN = Duration.ofDays(7);
    public static final Duration CHOOSE_PASSWORD_WITHIN = Duration.ofDays(7);

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Passwords passwords;

    public AccountDesk(Store store, InstantSource clock, Entropy entropy, Passwords passwords) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.passwords = passwords;
    }

    /// Makes the link by which the first person sets up the installation.
    ///
    /// @return the link's secret; empty once somebody has an account
    public Optional<String> openSetUp() {
        return store.inTransaction(tx -> isSetUp(tx)
                ? Optional.empty()
                : Optional.of(link(tx, Purpose.SET_UP, Optional.empty(), SET_UP_WITHIN)));
    }

    public boolean isSetUp() {
        return store.reading(AccountDesk::isSetUp);
    }

    private static boolean isSetUp(Tx tx) {
        return tx.accounts().all().stream()
                .anyMatch(account -> account.passwordHash().isPresent());
    }

    /// Whether setting up still has to make the first page; an import may have made it.
    public boolean needsPage() {
        return store.reading(tx -> tx.pages().all().isEmpty());
    }

    /// Makes the first page, if there is none, and the account that owns every page.
    public Account setUp(String secret, SetUp wishes) {
        mustOpen(secret, Purpose.SET_UP);
        var hash = passwords.hash(PasswordPolicy.checked(wishes.password(), wishes.email(), wishes.ownerName()));
        return store.inTransaction(tx -> {
            redeem(tx, secret, Purpose.SET_UP);
            if (isSetUp(tx)) {
                throw new Refused.Conflict("This installation is set up already. Sign in instead.");
            }
            var now = clock.instant();
            var known = tx.accounts().findByEmail(wishes.email());
            var id = known.map(Account::id).orElseGet(() -> new AccountId(entropy.id()));
            var owner = new Account(id, wishes.email(), wishes.ownerName(), Optional.of(hash), Map.of(), now);
            if (tx.pages().all().isEmpty()) {
                var page = SetUpPage.of(wishes, entropy, now);
                tx.pages().add(page);
                tx.journal()
                        .append(
                                page.id(),
                                now,
                                Actor.of(owner).name(),
                                "page.added",
                                page.id().value(),
                                page.name());
                tx.publish(page.id());
            }
            var roles = new HashMap<PageId, Role>();
            tx.pages().all().stream().map(Stored::value).map(Page::id).forEach(page -> roles.put(page, Role.OWNER));
            return saved(tx, with(owner, roles), roles.keySet(), "account.set-up", Actor.of(owner));
        });
    }

    /// Those who have a role on the page, by name.
    public List<Account> people(PageId page) {
        return store.reading(tx -> tx.accounts().all().stream()
                .filter(account -> account.roles().containsKey(page))
                .toList());
    }

    /// Somebody new, or somebody known who has yet to accept.
    ///
    /// @param link the link's secret, shown once: by it somebody new chooses a password
    /// @param joins whether it is somebody with an account because of another page, who joins with the password they
    ///     have
    public record Invited(Account account, String link, boolean joins) {}

    /// Somebody new has the role at once. An account that another page made may be in anybody's hands: that page's
    /// owner can have chosen its password. So it gets the role only when somebody who has the link from this page and
    /// the account's password accepts, and the link opens nothing on the other page.
    public Invited invite(PageId page, EmailAddress email, String name, Role role, Actor actor) {
        return store.inTransaction(tx -> {
            var known = tx.accounts().findByEmail(email);
            if (known.filter(account -> account.roles().containsKey(page)).isPresent()) {
                throw new Refused.Invalid("email", "This person has a role on this page already.");
            }
            if (known.isPresent()) {
                return new Invited(known.get(), joinLink(tx, known.get(), page, role, actor), true);
            }
            var account =
                    new Account(new AccountId(entropy.id()), email, name, Optional.empty(), Map.of(), clock.instant());
            var invited = saved(tx, withRole(account, page, role), List.of(page), "account.invited", actor);
            var link = link(tx, Purpose.CHOOSE_PASSWORD, Optional.of(invited.id()), CHOOSE_PASSWORD_WITHIN);
            return new Invited(invited, link, false);
        });
    }

    private String joinLink(Tx tx, Account account, PageId page, Role role, Actor actor) {
        var secret = role.key() + "." + entropy.secret();
        var now = clock.instant();
        tx.sessions()
                .add(new OneTimeLink(
                        joinHash(page, secret),
                        Purpose.CHOOSE_PASSWORD,
                        Optional.of(account.id()),
                        now.plus(CHOOSE_PASSWORD_WITHIN)));
        tx.journal()
                .append(
                        page,
                        now,
                        actor.name(),
                        "account.invited",
                        account.id().value(),
                        account.name() + ", " + role.key());
        return secret;
    }

    /// Page and role are part of what is hashed, so the link is good for these alone. The prefix is in no hash of
    /// another link: whoever holds this one can't choose the account's password by it.
    private static String joinHash(PageId page, String secret) {
        return "join." + Fingerprint.of(page.value() + "." + secret);
    }

    /// What a known account is invited to.
    public record Joining(Account account, Role role) {}

    /// Whom a link to join belongs to, to show the form behind it; redeems nothing.
    public Joining lookBehindJoin(PageId page, String secret) {
        return store.reading(tx -> tx.sessions()
                .peek(joinHash(page, secret), clock.instant())
                .flatMap(OneTimeLink::account)
                .flatMap(tx.accounts()::find)
                .map(account -> new Joining(account, joinRole(secret)))
                .orElseThrow(AccountDesk::noLink));
    }

    private static Role joinRole(String secret) {
        var key = secret.substring(0, Math.max(0, secret.indexOf('.')));
        return Arrays.stream(Role.values())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(AccountDesk::noLink);
    }

    /// The account takes the role to which it was invited. All its sessions end: one of them may be somebody else's.
    ///
    /// @param password the account's own
    public Account join(PageId page, String secret, String password) {
        var joining = lookBehindJoin(page, secret);
        var hash = joining.account().passwordHash();
        if (!hash.map(known -> passwords.matches(password, known)).orElse(false)) {
            throw new Refused.Invalid("password", "This is not your password.");
        }
        return store.inTransaction(tx -> {
            var current = tx.sessions()
                    .redeem(joinHash(page, secret), clock.instant())
                    .flatMap(OneTimeLink::account)
                    .flatMap(tx.accounts()::find)
                    .filter(account -> !account.roles().containsKey(page))
                    .orElseThrow(AccountDesk::noLink);
            if (!current.passwordHash().equals(hash)) {
                throw new Refused.ChangedMeanwhile("password");
            }
            tx.sessions().removeAllOf(current.id());
            return saved(
                    tx, withRole(current, page, joining.role()), List.of(page), "account.joined", Actor.of(current));
        });
    }

    /// A new link to choose a password, for somebody who lost it or let the first one expire.
    ///
    /// @return the link's secret, to be shown once
    public String renewLink(PageId page, AccountId id, Actor actor) {
        return store.inTransaction(tx -> {
            var account = onPage(tx.accounts().find(id).stream().toList(), page, id);
            if (account.roles().size() > 1) {
                throw new Refused.Conflict(
                        "This person works on other pages too, so their password is not this page's to reset.");
            }
            tx.journal()
                    .append(page, clock.instant(), actor.name(), "account.link-renewed", id.value(), account.name());
            return link(tx, Purpose.CHOOSE_PASSWORD, Optional.of(id), CHOOSE_PASSWORD_WITHIN);
        });
    }

    public Account changeRole(PageId page, AccountId id, Role role, Actor actor) {
        return store.inTransaction(tx -> {
            var everybody = tx.accounts().all();
            var account = onPage(everybody, page, id);
            if (role != Role.OWNER) {
                mustLeaveAnOwner(everybody, page, account);
            }
            return saved(tx, withRole(account, page, role), List.of(page), "account.role-changed", actor);
        });
    }

    /// Takes the role on this page away; whoever has no role anywhere is gone, with all sessions.
    public void remove(PageId page, AccountId id, Actor actor) {
        store.inTransaction(tx -> {
            var everybody = tx.accounts().all();
            var account = onPage(everybody, page, id);
            mustLeaveAnOwner(everybody, page, account);
            var roles = new HashMap<>(account.roles());
            roles.remove(page);
            if (roles.isEmpty()) {
                tx.accounts().remove(id);
            } else {
                tx.accounts().save(with(account, roles));
            }
            tx.journal().append(page, clock.instant(), actor.name(), "account.removed", id.value(), account.name());
            return account;
        });
    }

    private static Account onPage(Collection<Account> among, PageId page, AccountId id) {
        return among.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .filter(account -> account.roles().containsKey(page))
                .orElseThrow(() -> new Refused.NotFound("account"));
    }

    /// Somebody who can sign in must stay able to manage the page.
    ///
    /// @param everybody all looked up at once, so that two owners who remove each other wait for one another
    private static void mustLeaveAnOwner(List<Account> everybody, PageId page, Account leaving) {
        var another = everybody.stream()
                .filter(account -> account.passwordHash().isPresent())
                .filter(account -> !account.id().equals(leaving.id()))
                .anyMatch(account -> account.roles().get(page) == Role.OWNER);
        if (leaving.roles().get(page) == Role.OWNER && !another) {
            throw new Refused.Conflict("This is the last owner. Make somebody else an owner first.");
        }
    }

    /// Whose link it is, to show the form behind it; redeems nothing.
    public Account lookBehind(String secret) {
        var link = mustOpen(secret, Purpose.CHOOSE_PASSWORD);
        return store.reading(tx -> ofOnePage(tx, link));
    }

    /// A link to choose a password comes from the owner of one page. Once the account works on another page too, it
    /// would lead there as well.
    private static Account ofOnePage(Tx tx, OneTimeLink link) {
        return link.account()
                .flatMap(tx.accounts()::find)
                .filter(account -> account.roles().size() <= 1)
                .orElseThrow(AccountDesk::noLink);
    }

    /// The link that sets up the installation is good; redeems nothing.
    public void lookBehindSetUp(String secret) {
        mustOpen(secret, Purpose.SET_UP);
    }

    /// The first password, or a new one in place of one forgotten. All sessions end.
    public Account choosePassword(String secret, String password) {
        var account = lookBehind(secret);
        var hash = passwords.hash(PasswordPolicy.checked(password, account.email(), account.name()));
        return store.inTransaction(tx -> {
            return withPassword(tx, ofOnePage(tx, redeem(tx, secret, Purpose.CHOOSE_PASSWORD)), hash);
        });
    }

    /// One's own password. All sessions end, this one too: open a new one for the browser that asked.
    public Account changePassword(AccountId id, String current, String next) {
        var account = store.reading(tx -> tx.accounts().find(id)).orElseThrow(() -> new Refused.NotFound("account"));
        if (!account.passwordHash()
                .map(hash -> passwords.matches(current, hash))
                .orElse(false)) {
            throw new Refused.Invalid("currentPassword", "This is not your password.");
        }
        var hash = passwords.hash(PasswordPolicy.checked(next, account.email(), account.name()));
        return store.inTransaction(tx -> {
            var latest = tx.accounts().find(id).orElseThrow(() -> new Refused.NotFound("account"));
            if (!latest.passwordHash().equals(account.passwordHash())) {
                throw new Refused.ChangedMeanwhile("password");
            }
            return withPassword(tx, latest, hash);
        });
    }

    private Account withPassword(Tx tx, Account account, String hash) {
        var next = new Account(
                account.id(), account.email(), account.name(), Optional.of(hash), account.roles(), account.createdAt());
        tx.sessions().removeAllOf(account.id());
        return saved(tx, next, account.roles().keySet(), "account.password-changed", Actor.of(account));
    }

    private String link(Tx tx, Purpose purpose, Optional<AccountId> account, Duration within) {
        var secret = entropy.secret();
        tx.sessions()
                .add(new OneTimeLink(
                        Fingerprint.of(secret),
                        purpose,
                        account,
                        clock.instant().plus(within)));
        return secret;
    }

    private OneTimeLink mustOpen(String secret, Purpose purpose) {
        return store.reading(tx -> tx.sessions().peek(Fingerprint.of(secret), clock.instant()))
                .filter(link -> link.purpose() == purpose)
                .orElseThrow(AccountDesk::noLink);
    }

    private OneTimeLink redeem(Tx tx, String secret, Purpose purpose) {
        return tx.sessions()
                .redeem(Fingerprint.of(secret), clock.instant())
                .filter(link -> link.purpose() == purpose)
                .orElseThrow(AccountDesk::noLink);
    }

    private static Refused noLink() {
        return new Refused.NotFound("link, or it was used, or it has expired");
    }

    private Account saved(Tx tx, Account account, Iterable<PageId> pages, String action, Actor actor) {
        tx.accounts().save(account);
        for (var page : pages) {
            var role = Optional.ofNullable(account.roles().get(page))
                    .map(Role::key)
                    .orElse("");
            tx.journal()
                    .append(
                            page,
                            clock.instant(),
                            actor.name(),
                            action,
                            account.id().value(),
                            account.name() + ", " + role);
        }
        return account;
    }

    private static Account withRole(Account account, PageId page, Role role) {
        var roles = new HashMap<>(account.roles());
        roles.put(page, role);
        return with(account, roles);
    }

    private static Account with(Account account, Map<PageId, Role> roles) {
        return new Account(
                account.id(), account.email(), account.name(), account.passwordHash(), roles, account.createdAt());
    }
}
