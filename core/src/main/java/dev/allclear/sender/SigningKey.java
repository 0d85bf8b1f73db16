package dev.allclear.sender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A key that signs the mails of a domain, with its private half sealed.
///
/// @param selector its name in DNS
/// @param sealed the private half, opened by the vault alone
/// @param published the public half, in Base64 as it stands in DNS
/// @param signsSince when its record was found in DNS and it began to sign
/// @param retiredAt when another took over; its record must stay while mails that it signed are under way
public record SigningKey(
        String domain,
        String selector,
        String sealed,
        String published,
        Instant madeAt,
        Optional<Instant> signsSince,
        Optional<Instant> retiredAt) {

    private static final int LONGEST_STRING = 255;

    public enum State {
        /// Waits for its record in DNS.
        MADE,
        ACTIVE,
        RETIRED
    }

    public State state() {
        if (retiredAt.isPresent()) {
            return State.RETIRED;
        }
        return signsSince.isPresent() ? State.ACTIVE : State.MADE;
    }

    public SigningKey active(Instant now) {
        return new SigningKey(domain, selector, sealed, published, madeAt, Optional.of(now), Optional.empty());
    }

    public SigningKey retired(Instant now) {
        return new SigningKey(domain, selector, sealed, published, madeAt, signsSince, Optional.of(now));
    }

    /// Where its record stands.
    public String name() {
        return selector + "._domainkey." + domain;
    }

    /// The text of its record.
    public String record() {
        return "v=DKIM1; k=rsa; p=" + published;
    }

    /// Blanks may stand anywhere in a record, and other tags beside ours.
    boolean isIn(String text) {
        return (";" + text.replaceAll("\\s", "") + ";").contains(";p=" + published + ";");
    }

    /// The record as a line of a zone file: no string of it may be longer than 255 characters.
    public String zoneLine() {
        List<String> strings = new ArrayList<>();
        var text = record();
        for (var at = 0; at < text.length(); at += LONGEST_STRING) {
            strings.add('"' + text.substring(at, Math.min(at + LONGEST_STRING, text.length())) + '"');
        }
        return name() + ". 3600 IN TXT ( " + String.join(" ", strings) + " )";
    }

    /// Without the private half, sealed as it is.
    @Override
    public String toString() {
        return name() + ", " + state();
    }
}
