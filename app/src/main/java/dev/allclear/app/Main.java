package dev.allclear.app;

import dev.allclear.app.command.CommandTree;

/// Where everything starts. `serve` keeps the process alive by its server; all other commands end by themselves.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var code = CommandTree.run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
