package dev.allclear.audience;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/// Who must not be brought back by anybody but themselves, though we know nothing of them any more: all that is kept is
/// a seal of their address, which a database that falls into wrong hands does not open.
public interface Partings {

    /// How we parted.
    enum Reason {
        /// They unsubscribed, and it is so long ago that their address was forgotten.
        LEFT,
        /// They were erased.
        ERASED,
        /// They were asked by mail and never answered.
        SILENT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Parting(String seal, Reason reason, Instant at) {}

    /// Adds them, or puts them in place of what was known under the same seal.
    void note(PageId page, Collection<Parting> partings);

    /// Those of the seals that are known.
    Map<String, Parting> among(PageId page, Collection<String> seals);

    /// They came back by themselves.
    void forget(PageId page, String seal);
}
