package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.web.Ask;

/// Reads `?before=50`, how many of a list come before what is asked for; whatever doesn't say so is the beginning.
final class Offset {

    private static final int MOST = 1_000_000;

    private Offset() {}

    static int read(Ask ask) {
        try {
            return Math.clamp(Long.parseLong(ask.query().get("before")), 0, MOST);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
