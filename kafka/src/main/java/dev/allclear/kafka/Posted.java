package dev.allclear.kafka;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A letter to one person as it lies in Kafka: what is announced and to whom, and nothing about them. What it says and
/// where it goes is looked up by whoever sends it, so that nobody gets it who has left meanwhile.
///
/// @param portion in which the person was found
record Posted(PageId page, AnnouncementId announcement, SubscriberId to, long portion) {

    private static final int VERSION = 1;

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream(96);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(page.value());
            out.writeUTF(announcement.value());
            out.writeUTF(to.value());
            out.writeLong(portion);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    static Posted of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Versions.expect(VERSION, in.readByte());
            return new Posted(
                    new PageId(in.readUTF()),
                    new AnnouncementId(in.readUTF()),
                    new SubscriberId(in.readUTF()),
                    in.readLong());
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }
}
