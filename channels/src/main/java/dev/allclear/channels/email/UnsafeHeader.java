package dev.allclear.channels.email;

/// Some text must not become a header of a mail, because it could end the line and begin another.
final class UnsafeHeader extends RuntimeException {
    private final String header;

    UnsafeHeader(String header) {
        super(header, null, false, false);
        this.header = header;
    }

    String why() {
        return "This mail can't be written: its " + header + " would hold a line end or another control character.";
    }
}
