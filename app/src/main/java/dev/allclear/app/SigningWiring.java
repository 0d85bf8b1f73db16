package dev.allclear.app;

import dev.allclear.Entropy;
import dev.allclear.app.settings.Settings;
import dev.allclear.channels.dkim.Crypto;
import dev.allclear.channels.dkim.DkimKey;
import dev.allclear.channels.dkim.DkimSigner;
import dev.allclear.channels.dkim.DnsLookUps;
import dev.allclear.channels.email.MailSigner;
import dev.allclear.operation.SenderDesk;
import dev.allclear.sender.KeyMaker;
import dev.allclear.sender.KeyVault;
import dev.allclear.sender.SelfCheck;
import dev.allclear.sender.SigningKey;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Signature;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The keys that sign mails, from the desk to the mails. Asked for every mail, it looks into the store now and then, so
/// that what one node takes into use all others use seconds later.
final class SigningWiring {

    private static final System.Logger LOG = System.getLogger(SigningWiring.class.getName());
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final SenderDesk desk;
    private final KeyVault vault;
    private final Crypto crypto = Crypto.fastest();
    private volatile Known known = new Known(System.nanoTime() - FRESH, Optional.empty());

    private record Known(long at, Optional<DkimKey> key) {

        boolean isFresh() {
            return System.nanoTime() - at < FRESH;
        }
    }

    SigningWiring(Settings settings, Store store, InstantSource clock, Signature signature, Entropy entropy) {
        this.vault = new KeyVault(signature, entropy);
        var dns = DnsLookUps.ofMachine();
        var domain = settings.mailFrom().domain();
        var back = settings.returning().map(one -> one.domain()).orElse(domain);
        var host = settings.mailServers().stream().map(one -> one.host()).findFirst();
        var check = new SelfCheck(dns, domain, back, host);
        this.desk = new SenderDesk(store, clock, new KeyMaker(vault), check);
    }

    SenderDesk desk() {
        return desk;
    }

    MailSigner signer() {
        return new DkimSigner(this::key, crypto);
    }

    private Optional<DkimKey> key() {
        var last = known;
        return last.isFresh() ? last.key() : refreshed();
    }

    /// One looks, and the others wait for it.
    private synchronized Optional<DkimKey> refreshed() {
        var last = known;
        if (!last.isFresh()) {
            last = new Known(System.nanoTime(), looked(last.key()));
            known = last;
        }
        return last.key();
    }

    /// A mail without a signature is better than none: what fails here must not hold up the news.
    private Optional<DkimKey> looked(Optional<DkimKey> before) {
        try {
            return desk.active().map(active -> unchanged(active).orElseGet(() -> opened(active)));
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "can't read the key that signs mails; going on as before", broken);
            return before;
        }
    }

    private Optional<DkimKey> unchanged(SigningKey active) {
        return known.key().filter(key -> key.selector().equals(active.selector()));
    }

    private DkimKey opened(SigningKey active) {
        return new DkimKey(active.domain(), active.selector(), crypto.read(vault.open(active)));
    }
}
