package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.OneTimeLink;
import dev.allclear.people.OneTimeLink.Purpose;
import dev.allclear.people.Passwords;
import dev.allclear.people.Session;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The front door for signing in and out. Of a session we keep only a fingerprint of the secret that the browser
/// holds.
public final class SessionDesk {

    /// A session ends when it rests for that long,
    public static final Duration IDLE = Duration.ofHours(12);
    /// and at the latest after that.
    public static final Duration LONGEST = Duration.ofDays(7);
    public static final Duration SIGN_IN_WITHIN = Duration.ofDays(1);
    /// Each request renews the rest, but not each one is worth a write.
    private static final Duration RENEW_EVERY = Duration.ofMinutes(15);

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Passwords passwords;
    private final ReentrantLock makingDecoy = new ReentrantLock();
    private @Nullable String decoy;

    public SessionDesk(Store store, InstantSource clock, Entropy entropy, Passwords passwords) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.passwords = passwords;
    }

    /// Somebody is in.
    ///
    /// @param secret for the browser alone
    public record Entrance(Account account, Session session, String secret) {}

    /// Takes the same time and says the same for an unknown address, a wrong password, and an account without one.
    public Entrance signIn(EmailAddress email, String password) {
        var known = store.reading(tx -> tx.accounts().findByEmail(email));
        var pretended = decoy();
        var hash = known.flatMap(Account::passwordHash);
        var matches = passwords.matches(password, hash.orElse(pretended));
        if (!matches || hash.isEmpty()) {
            throw new Refused.Unauthenticated("This address and password don't go together.");
        }
        return store.inTransaction(tx -> {
            var account = tx.accounts()
                    .findByEmail(email)
                    .filter(current -> current.passwordHash().equals(hash))
                    .orElseThrow(() -> new Refused.ChangedMeanwhile("account"));
            return entered(tx, account);
        });
    }

    /// Every caller waits for it the first time, so that even then nobody can tell the known from the unknown.
    private String decoy() {
        makingDecoy.lock();
        try {
            if (decoy == null) {
                decoy = passwords.hash(entropy.secret());
            }
            return decoy;
        } finally {
            makingDecoy.unlock();
        }
    }

    /// A link that signs in once, for whoever holds the machine itself.
    ///
    /// @return the link's secret
    public String signInLink(AccountId account) {
        return store.inTransaction(tx -> {
            var secret = entropy.secret();
            tx.sessions()
                    .add(new OneTimeLink(
                            Fingerprint.of(secret),
                            Purpose.SIGN_IN,
                            Optional.of(account),
                            clock.instant().plus(SIGN_IN_WITHIN)));
            return secret;
        });
    }

    public Entrance signInByLink(String secret) {
        return store.inTransaction(tx -> tx.sessions()
                .redeem(Fingerprint.of(secret), clock.instant())
                .filter(link -> link.purpose() == Purpose.SIGN_IN)
                .flatMap(OneTimeLink::account)
                .flatMap(tx.accounts()::find)
                .map(account -> entered(tx, account))
                .orElseThrow(() -> new Refused.NotFound("link, or it was used, or it has expired")));
    }

    /// A session for somebody who has just shown who they are: by setting up, or by choosing a password.
    public Entrance enter(Account account) {
        return store.inTransaction(tx -> entered(tx, account));
    }

    private Entrance entered(Tx tx, Account account) {
        var secret = entropy.secret();
        var now = clock.instant();
        var session = new Session(Fingerprint.of(secret), account.id(), entropy.secret(), now, now.plus(IDLE));
        tx.sessions().add(session);
        return new Entrance(account, session, secret);
    }

    /// Somebody who is signed in, as they are now: a role taken away is gone with the next request.
    public record Presence(Account account, Session session) {}

    public Optional<Presence> recognise(String secret) {
        var fingerprint = Fingerprint.of(secret);
        var now = clock.instant();
        var present = store.reading(tx -> tx.sessions()
                .find(fingerprint, now)
                .flatMap(session ->
                        tx.accounts().find(session.account()).map(account -> new Presence(account, session))));
        return present.map(presence -> new Presence(presence.account(), renewed(presence.session(), now)));
    }

    private Session renewed(Session session, Instant now) {
        var most = session.createdAt().plus(LONGEST);
        var rest = now.plus(IDLE);
        var until = rest.isBefore(most) ? rest : most;
        if (Duration.between(session.expiresAt(), until).compareTo(RENEW_EVERY) < 0) {
            return session;
        }
        var next = new Session(session.tokenHash(), session.account(), session.formToken(), session.createdAt(), until);
        return store.inTransaction(tx -> {
            // It may have been ended since it was read; what has ended stays so.
            if (tx.sessions().find(session.tokenHash(), now).isPresent()) {
                tx.sessions().remove(session.tokenHash());
                tx.sessions().add(next);
            }
            return next;
        });
    }

    public void signOut(String secret) {
        store.inTransaction(tx -> {
            tx.sessions().remove(Fingerprint.of(secret));
            return secret;
        });
    }
}
