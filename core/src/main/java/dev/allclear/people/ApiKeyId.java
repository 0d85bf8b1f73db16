package dev.allclear.people;

import dev.allclear.OpaqueId;

/// Names one API key.
public record ApiKeyId(String value) {
    public ApiKeyId {
        OpaqueId.checked("API key", value);
    }
}
