package dev.allclear.app.command;

import dev.allclear.app.Allclear;
import dev.allclear.app.Practice;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/// `serve`: the real thing, until it is stopped.
final class ServeCommand {

    private ServeCommand() {}

    static int run(Map<Setting, String> flags, ParseResult parsed) {
        var settings = settings(flags);
        var allclear = Allclear.start(settings);
        stopWithProcess(allclear);
        Practice.begin(settings);
        System.out.println("The page is at " + settings.base() + "/, the desk at " + settings.base() + "/desk");
        allclear.doors()
                .accounts()
                .openSetUp()
                .ifPresent(secret -> System.out.println("Set up your installation with this link, which works once: "
                        + settings.base() + "/desk/set-up/" + secret));
        return 0;
    }

    static Settings settings(Map<Setting, String> flags) {
        return Settings.from(Sources.read(flags, System.getenv(), Path.of("")));
    }

    static void stopWithProcess(AutoCloseable running) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            try {
                running.close();
            } catch (Exception stuck) {
                System.err.println("Could not stop cleanly: " + stuck.getMessage());
            }
        }));
    }
}
