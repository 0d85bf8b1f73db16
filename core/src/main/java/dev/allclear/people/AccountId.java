package dev.allclear.people;

import dev.allclear.OpaqueId;

/// Names one account.
public record AccountId(String value) {
    public AccountId {
        OpaqueId.checked("account", value);
    }
}
