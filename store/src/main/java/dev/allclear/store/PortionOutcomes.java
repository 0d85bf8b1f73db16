package dev.allclear.store;

import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ADDRESS;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Portion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/// What became of the people of a portion: most of their rows come to be with it, and are never touched again.
final class PortionOutcomes {

    /// Those who are still there.
    private static final Rows.Filter LISTENERS = new Rows.Filter(
            "listeners",
            SqlSubscribers.isThere(
                    SqlOutbox.pageOf(within(Rows.GIVEN, DeliveryTable.ANNOUNCEMENT_SEQ)),
                    within(Rows.GIVEN, SUBSCRIBER_ID)));

    private final DSLContext sql;
    private final DeliveryCounts counts;
    private final DeliveryChanges changes;

    PortionOutcomes(DSLContext sql) {
        this.sql = sql;
        this.counts = new DeliveryCounts(sql);
        this.changes = new DeliveryChanges(sql);
    }

    /// @return whether the portion is still in the hands of whoever holds it so
    boolean add(Portion portion, Collection<Delivery> outcomes) {
        var standing = SqlPortions.standing(sql, portion);
        var isOurs = standing.filter(one -> one.isHeldAs(portion)).isPresent();
        var said = outcomes.stream()
                .filter(one -> isOurs || one.state().kind() == Kind.ACCEPTED)
                .toList();
        var _ = write(portion, standing, said);
        return isOurs;
    }

    void addRelayed(Portion portion, Collection<Delivery> outcomes) {
        var standing = SqlPortions.standing(sql, portion);
        var byPerson = outcomes.stream()
                .collect(Collectors.toMap(Delivery::subscriber, one -> one, PortionOutcomes::believed));
        var over = write(portion, standing, byPerson.values());
        standing.flatMap(SqlPortions.Standing::relayed)
                .ifPresent(people -> SqlPortions.told(sql, portion, people - over));
    }

    /// What was given up for lost may have gone out after all.
    private static Delivery believed(Delivery one, Delivery later) {
        return later.state().kind() == Kind.ACCEPTED ? later : one;
    }

    /// @return how many are over with that: those of whom nothing was written down before
    private int write(Portion portion, Optional<SqlPortions.Standing> standing, Collection<Delivery> said) {
        if (said.isEmpty()) {
            return 0;
        }
        var announcement = portion.announcement();
        var seq = standing.map(SqlPortions.Standing::seq).orElseGet(() -> sequence(announcement));
        var isOpen = standing.filter(SqlPortions.Standing::isOpen).isPresent();
        var inserted = new HashSet<>(insert(announcement, seq, isOpen, said));
        var change = counts.new Change();
        var others = new ArrayList<Delivery>();
        for (var one : said) {
            if (inserted.remove(one.subscriber())) {
                change.plus(seq, one.state().kind(), announcement.at(), DeliveryChanges.endedAt(one.state()));
            } else {
                others.add(one);
            }
        }
        var known = correct(seq, others, change);
        change.write(portion.number());
        return said.size() - known;
    }

    private long sequence(Announcement announcement) {
        var id = announcement.id();
        return Objects.requireNonNull(SqlOutbox.sequence(sql, Set.of(id)).get(id), "its announcement is gone");
    }

    /// Whoever was erased meanwhile has nothing written down of them. Erasing waits for us, and we for it, since both
    /// hold the portion; one that is over erasing does not wait for, so there we hold the people.
    private Set<SubscriberId> insert(Announcement announcement, long seq, boolean isOpen, Collection<Delivery> said) {
        if (isOpen && announcement.subject().isForMany()) {
            return Rows.insertMissing(sql, DELIVERY, SUBSCRIBER_ID, rows(said, seq), LISTENERS);
        }
        var page = announcement.page();
        var people = said.stream().map(Delivery::subscriber).toList();
        var there = isOpen ? SqlSubscribers.present(sql, page, people) : SqlSubscribers.staying(sql, page, people);
        // A reminder goes to somebody of the desk, a confirmation to somebody who wants to subscribe.
        if (!announcement.subject().isForMany()) {
            there.addAll(SqlAccounts.among(sql, people));
        }
        var ofThem =
                said.stream().filter(one -> there.contains(one.subscriber())).toList();
        return Rows.insertMissing(sql, DELIVERY, SUBSCRIBER_ID, rows(ofThem, seq), Rows.Filter.NONE);
    }

    private static List<Row> rows(Collection<Delivery> deliveries, long seq) {
        return deliveries.stream().map(one -> DeliveryTable.row(one, seq)).toList();
    }

    /// Of those who have a row already, what was sent is believed whoever says so, and nothing else.
    ///
    /// @return of how many something was written down before
    private int correct(long seq, List<Delivery> said, DeliveryCounts.Change change) {
        if (said.isEmpty()) {
            return 0;
        }
        var listed = changes.listed(seq, said);
        for (var one : said) {
            var row = listed.get(one.subscriber());
            if (row != null && one.state().kind() == Kind.ACCEPTED && isOpenToBelief(row)) {
                changes.set(row, one.state(), change);
            }
        }
        return listed.size();
    }

    private static boolean isOpenToBelief(Record row) {
        return !DeliveryChanges.OUT.contains(row.get(STATE)) && row.get(ADDRESS) != null;
    }
}
