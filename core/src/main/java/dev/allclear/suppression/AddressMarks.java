package dev.allclear.suppression;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.wording.KeyedHash;
import dev.allclear.wording.Signature;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Makes the marks under which suppressed addresses are remembered: a keyed hash, so that whoever sees the database
/// can't try addresses on it, and that survives the erasure of the person. The same secret signs the links in mails;
/// with another one nothing suppressed is recognised any more.
public final class AddressMarks {

    private static final int BYTES = 16;

    private final KeyedHash hash;

    public AddressMarks(Signature signature) {
        this.hash = signature.derived("suppressed addresses");
    }

    /// Small and capital letters are the same mailbox; different pages have different marks.
    public AddressMark of(PageId page, EmailAddress address) {
        return new AddressMark(HexFormat.of().formatHex(hash.of(page.value(), address.key()), 0, BYTES));
    }

    /// Those of the addresses that must not be written to. Costs one small look where the page has none at all.
    public Map<EmailAddress, Suppression> among(
            Suppressions suppressions, PageId page, Collection<EmailAddress> addresses) {
        if (addresses.isEmpty() || !suppressions.any(page)) {
            return Map.of();
        }
        var marks = new HashMap<AddressMark, EmailAddress>();
        addresses.forEach(address -> marks.put(of(page, address), address));
        var found = new HashMap<EmailAddress, Suppression>();
        suppressions.among(page, marks.keySet()).forEach(one -> {
            var address = marks.get(one.mark());
            if (address != null) {
                found.put(address, one);
            }
        });
        return found;
    }
}
