package dev.allclear.channels.dkim;

import java.security.PrivateKey;

/// What signs for a domain, and the name under which its public half stands in DNS.
public record DkimKey(String domain, String selector, PrivateKey secret) {

    /// Without the secret: what is printed ends in a log.
    @Override
    public String toString() {
        return selector + "._domainkey." + domain;
    }
}
