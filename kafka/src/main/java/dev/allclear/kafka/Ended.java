package dev.allclear.kafka;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What became of one letter, as it lies in Kafka until it is written down.
///
/// @param portion in which the person was found
record Ended(long portion, Delivery delivery) {

    private static final int VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int LONGEST = 2_000;

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream(192);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(portion);
            out.writeUTF(delivery.page().value());
            out.writeUTF(delivery.announcement().value());
            out.writeUTF(delivery.thread());
            out.writeUTF(delivery.subscriber().value());
            out.writeUTF(delivery.address().value());
            out.writeInt(delivery.attempts());
            var state = delivery.state();
            out.writeUTF(state.kind().key());
            switch (state) {
                case State.Waiting(var due, var why) -> write(out, due, why);
                case State.Sending(var until) -> write(out, until, "");
                case State.Accepted(var at, var receipt) -> write(out, at, receipt);
                case State.Delivered(var at, var receipt) -> write(out, at, receipt);
                case State.Bounced(var at, var why) -> write(out, at, why);
                case State.Failed(var at, var why) -> write(out, at, why);
                case State.Suppressed(var at, var why) -> write(out, at, why);
                case State.Superseded(var at) -> write(out, at, "");
                case State.Unknown(var at, var again, var why) -> {
                    write(out, at, why);
                    out.writeLong(again.map(Instant::toEpochMilli).orElse(NEVER));
                }
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Instant at, String words) throws IOException {
        out.writeLong(at.toEpochMilli());
        out.writeUTF(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    }

    static Ended of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Versions.expect(VERSION, in.readByte());
            var portion = in.readLong();
            var page = new PageId(in.readUTF());
            var announcement = new AnnouncementId(in.readUTF());
            var thread = in.readUTF();
            var subscriber = new SubscriberId(in.readUTF());
            var address = new EmailAddress(in.readUTF());
            return new Ended(
                    portion, new Delivery(announcement, page, thread, subscriber, address, in.readInt(), state(in)));
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    private static State state(DataInputStream in) throws IOException {
        var kind = Kind.valueOf(in.readUTF().toUpperCase(Locale.ROOT));
        var at = Instant.ofEpochMilli(in.readLong());
        var words = in.readUTF();
        return switch (kind) {
            case WAITING -> new State.Waiting(at, words);
            case SENDING -> new State.Sending(at);
            case ACCEPTED -> new State.Accepted(at, words);
            case DELIVERED -> new State.Delivered(at, words);
            case BOUNCED -> new State.Bounced(at, words);
            case FAILED -> new State.Failed(at, words);
            case SUPPRESSED -> new State.Suppressed(at, words);
            case SUPERSEDED -> new State.Superseded(at);
            case UNKNOWN -> {
                var again = in.readLong();
                yield new State.Unknown(
                        at, again == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(again)), words);
            }
        };
    }
}
