package dev.allclear.operation;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Deliveries.Group;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.Optional;

/// Changes very many deliveries of one announcement, some thousand in each transaction, so that nobody else waits long.
final class InGroups {

    private static final int LIMIT = 2_000;

    private InGroups() {}

    /// What is done to one group.
    interface Change {
        Group to(Tx tx, Optional<SubscriberId> after, int limit);
    }

    /// @return how many were changed
    static int change(Store store, Change change) {
        var all = 0;
        var after = Optional.<SubscriberId>empty();
        do {
            var from = after;
            var group = store.inTransaction(tx -> change.to(tx, from, LIMIT));
            all += group.size();
            after = group.last();
        } while (after.isPresent());
        return all;
    }
}
