package dev.allclear.desk.web;

/// A request that can't be understood as HTTP, as a form or as JSON, whatever it may have wanted.
public final class Malformed extends RuntimeException {

    private final int status;

    private Malformed(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public static Malformed request(String detail) {
        return new Malformed(400, detail);
    }

    public static Malformed tooLarge(int limit) {
        return new Malformed(413, "A request can't be larger than " + limit / 1024 + " KiB.");
    }

    public static Malformed type(String wanted) {
        return new Malformed(415, "The content type must be " + wanted + ".");
    }

    static Malformed tooSlow() {
        return new Malformed(408, "The request took too long to arrive.");
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
