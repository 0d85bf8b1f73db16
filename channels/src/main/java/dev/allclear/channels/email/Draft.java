package dev.allclear.channels.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A mail while it is written once for many readers: bytes for all of them, and gaps for what is each one's own.
final class Draft {

    private final ByteArrayOutputStream fixed = new ByteArrayOutputStream(16 * 1024);
    private final List<PreparedMail.Place> places = new ArrayList<>();

    Draft bytes(byte[] same) {
        fixed.writeBytes(same);
        return this;
    }

    Draft bytes(byte[] from, int length) {
        fixed.write(from, 0, length);
        return this;
    }

    Draft ascii(String same) {
        return bytes(same.getBytes(StandardCharsets.US_ASCII));
    }

    Draft gap(Gap gap) {
        places.add(new PreparedMail.Place(fixed.size(), gap));
        return this;
    }

    PreparedMail end() {
        return new PreparedMail(fixed.toByteArray(), places);
    }
}
