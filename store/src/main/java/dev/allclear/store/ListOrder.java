package dev.allclear.store;

import static dev.allclear.store.SubscriberTable.ADDRESS_KEY;
import static dev.allclear.store.SubscriberTable.CREATED_AT;
import static dev.allclear.store.SubscriberTable.DOMAIN;
import static dev.allclear.store.SubscriberTable.ID;
import static org.jooq.impl.DSL.row;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SortField;

/// In which order subscribers are listed, so that an index gives it, and how the place is marked where a portion ended.
enum ListOrder {
    /// Newest first: the mark is `<milliseconds> <id>`.
    AGE {
        @Override
        List<SortField<?>> columns() {
            return List.of(CREATED_AT.desc(), ID.desc());
        }

        @Override
        Condition after(String mark) {
            var parts = mark.split(" ", 2);
            try {
                return row(CREATED_AT, ID)
                        .lt(row(Instant.ofEpochMilli(Long.parseLong(parts[0])), new SubscriberId(parts[1])));
            } catch (NumberFormatException | IndexOutOfBoundsException | Refused unreadable) {
                throw new Refused.Invalid("cursor", "This is no place in the list.");
            }
        }

        @Override
        String mark(Subscriber last) {
            return last.createdAt().toEpochMilli() + " " + last.id().value();
        }
    },

    /// By address: the mark is the last one's.
    ADDRESS {
        @Override
        List<SortField<?>> columns() {
            return List.of(ADDRESS_KEY.asc());
        }

        @Override
        Condition after(String mark) {
            return ADDRESS_KEY.gt(mark);
        }

        @Override
        String mark(Subscriber last) {
            return last.address().key();
        }
    },

    /// By domain, and by address within one.
    DOMAINS {
        @Override
        List<SortField<?>> columns() {
            return List.of(DOMAIN.asc(), ADDRESS_KEY.asc());
        }

        @Override
        Condition after(String mark) {
            return row(DOMAIN, ADDRESS_KEY).gt(row(new EmailAddress(mark).domain(), mark));
        }

        @Override
        String mark(Subscriber last) {
            return last.address().key();
        }
    };

    static ListOrder of(Selection which) {
        if (which.text().isEmpty()) {
            return AGE;
        }
        return which.text().startsWith("@") ? DOMAINS : ADDRESS;
    }

    abstract List<SortField<?>> columns();

    abstract Condition after(String mark);

    abstract String mark(Subscriber last);
}
