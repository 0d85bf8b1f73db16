package dev.allclear.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The time by which leases are given and taken away: the database server's, since several nodes look at it. Where the
/// database is a file, there is one node, and its own clock counts.
final class AgreedTime {

    private final DSLContext sql;
    private final Instant own;
    private @Nullable Instant asked;

    AgreedTime(DSLContext sql, Instant own) {
        this.sql = sql;
        this.own = own;
    }

    Instant now() {
        if (asked == null) {
            asked = Columns.isPostgres(sql) ? servers() : own;
        }
        return asked;
    }

    Instant after(Duration lease) {
        return now().plus(lease);
    }

    private Instant servers() {
        var millis = DSL.field("CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)", Long.class);
        return Instant.ofEpochMilli(Objects.requireNonNull(sql.select(millis).fetchSingle(millis)));
    }
}
