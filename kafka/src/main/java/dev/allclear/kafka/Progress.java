package dev.allclear.kafka;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/// How far a partition of letters is done.
///
/// @param upto all before are done
/// @param beyond how many behind it are done as well: one that takes long does not hold up the others
/// @param losses how many had the first of them in hand and died
record Progress(long upto, long beyond, int losses) {

    static Progress of(OffsetAndMetadata committed) {
        var parts = committed.metadata().split(" ", -1);
        return parts.length == 2
                ? new Progress(committed.offset(), Long.parseLong(parts[0]), Integer.parseInt(parts[1]))
                : new Progress(committed.offset(), 0, 0);
    }

    OffsetAndMetadata committed() {
        return new OffsetAndMetadata(upto, beyond + " " + losses);
    }

    long done() {
        return upto + beyond;
    }
}
