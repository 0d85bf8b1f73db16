package dev.allclear.returns;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Letter;
import dev.allclear.wording.KeyedHash;
import dev.allclear.wording.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes and reads the addresses to which mail comes back: `bounce+DELIVERY.SEAL@domain` and
/// `leave+SUBSCRIBER.SEAL@domain`.
///
/// The seal is a keyed hash, so nobody can take somebody else off the list, or have their address suppressed, by
/// guessing. Some servers write local parts in small letters: a capital in an id stands as `=` and the small letter.
public final class ReturnAddresses {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int SEAL = 20;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String COMPLAINTS = "complaints";
    private static final Pattern CAPITAL = Pattern.compile("=([a-z])");
    private static final Pattern FORM =
            Pattern.compile("(bounce|leave)\\+([a-z0-9_=.-]{1,57})\\.([a-z2-7]{" + SEAL + "})");

    private final String domain;
    private final EmailAddress otherwise;
    private final KeyedHash hash;

    /// @param domain whose mail reaches us
    /// @param otherwise the sender where no signed address can be made
    public ReturnAddresses(String domain, EmailAddress otherwise, Signature signature) {
        this.domain = domain.toLowerCase(Locale.ROOT);
        this.otherwise = otherwise;
        this.hash = signature.derived("return addresses");
    }

    public String domain() {
        return domain;
    }

    /// Where reports of complaints may be sent that name our addresses only inside.
    public String complaints() {
        return COMPLAINTS + "@" + domain;
    }

    /// The envelope's sender for a mail: the same on every attempt.
    public EmailAddress sender(Letter letter) {
        return bounce(letter.page().id(), letter.id()).orElse(otherwise);
    }

    /// Where to write to leave the list; empty in mails that nobody subscribed to.
    public Optional<EmailAddress> leave(Letter letter) {
        return letter.content().isNews()
                ? subscriber(letter.links())
                        .flatMap(subscriber -> leave(letter.page().id(), subscriber))
                : Optional.empty();
    }

    /// A token begins with the id of its subscriber, see `Signature`.
    private static Optional<SubscriberId> subscriber(Letter.Links links) {
        var link = links.unsubscribe();
        var token = link.substring(link.lastIndexOf('/') + 1);
        var end = token.indexOf('.');
        return end < 1 ? Optional.empty() : Optional.of(new SubscriberId(token.substring(0, end)));
    }

    public Optional<EmailAddress> bounce(PageId page, DeliveryId delivery) {
        return made("bounce", page, delivery.value());
    }

    public Optional<EmailAddress> leave(PageId page, SubscriberId subscriber) {
        return made("leave", page, subscriber.value());
    }

    private Optional<EmailAddress> made(String purpose, PageId page, String id) {
        var local = purpose + "+" + inSmallLetters(id) + "." + seal(purpose, page, id);
        return local.length() > LONGEST_LOCAL_PART
                ? Optional.empty()
                : Optional.of(new EmailAddress(local + "@" + domain));
    }

    private static String inSmallLetters(String id) {
        var written = new StringBuilder(id.length());
        id.chars().forEach(letter -> {
            if (letter >= 'A' && letter <= 'Z') {
                written.append('=').append((char) (letter + 32));
            } else {
                written.append((char) letter);
            }
        });
        return written.toString();
    }

    private String seal(String purpose, PageId page, String id) {
        var bytes = hash.of(purpose, page.value(), id);
        var seal = new StringBuilder(SEAL);
        var bits = 0L;
        for (int taken = 0, next = 0; taken < SEAL; taken++) {
            var at = taken * 5;
            while (next * 8 < at + 5) {
                bits = (bits << 8) | (bytes[next++] & 0xFF);
            }
            seal.append(BASE32.charAt((int) (bits >> (next * 8 - at - 5)) & 31));
        }
        return seal.toString();
    }

    /// Whether it could be one of ours, as far as can be seen without looking anything up.
    public boolean isShapedLikeOurs(String address) {
        return shape(address).isPresent();
    }

    /// @param address as it stands in an envelope or a header, without the brackets
    /// @param pages of the installation, asked for only where the address is shaped like one of ours
    /// @return empty for everything that we did not make
    public Optional<Ticket> read(String address, Supplier<Collection<PageId>> pages) {
        return shape(address)
                .flatMap(form -> asWritten(form.group(2))
                        .flatMap(id -> pages.get().stream()
                                .filter(page -> isSame(seal(form.group(1), page, id), form.group(3)))
                                .findFirst()
                                .map(page -> ticket(form.group(1), page, id))));
    }

    private Optional<Matcher> shape(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || !address.substring(at + 1).equalsIgnoreCase(domain)) {
            return Optional.empty();
        }
        return Optional.of(FORM.matcher(address.substring(0, at).toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches);
    }

    private static Optional<String> asWritten(String inSmallLetters) {
        var id = CAPITAL.matcher(inSmallLetters)
                .replaceAll(capital -> capital.group(1).toUpperCase(Locale.ROOT));
        return id.contains("=") ? Optional.empty() : Optional.of(id);
    }

    /// Takes the same time wherever the two differ.
    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static Ticket ticket(String purpose, PageId page, String id) {
        return purpose.equals("bounce")
                ? new Ticket.OfDelivery(page, new DeliveryId(id))
                : new Ticket.OfSubscriber(page, new SubscriberId(id));
    }
}
