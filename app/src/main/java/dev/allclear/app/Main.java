package dev.allclear.app;

import java.util.Objects;

/// Starts Allclear.
final class Main {
    private Main() {}

    static void main() {
        var version = Main.class.getPackage().getImplementationVersion();
        IO.println("Allclear " + Objects.requireNonNullElse(version, "from source"));
    }
}
