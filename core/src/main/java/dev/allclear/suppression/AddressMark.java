package dev.allclear.suppression;

import dev.allclear.OpaqueId;

/// Stands for an address of one page without saying which: `AddressMarks` makes it, and nobody can turn it back.
public record AddressMark(String value) {
    public AddressMark {
        OpaqueId.checked("suppressed address", value);
    }
}
