package dev.allclear.bench;

/// Something that a benchmark needs is not on this machine.
final class Missing extends Exception {

    private static final long serialVersionUID = 1;

    Missing(String message) {
        super(message);
    }
}
