package dev.allclear.app.command;

import dev.allclear.app.Allclear;
import dev.allclear.app.demo.DemoStory;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.ParseResult;

/// `demo`: a living example in a temporary folder that is gone with it.
final class DemoCommand {

    private static final long SEED = 20_261_122;

    private DemoCommand() {}

    static int run(Map<Setting, String> flags, ParseResult parsed) throws IOException {
        var folder = Files.createTempDirectory("allclear-demo");
        var all = new TreeMap<>(flags);
        all.put(Setting.DATA, folder.toString());
        // Whatever this machine has set for a real installation stays out of the demo.
        var settings = Settings.from(Sources.read(all, Map.of(), folder));
        var told = new AtomicReference<DemoStory.Told>();
        var allclear = Allclear.start(
                settings,
                store -> told.set(new DemoStory(store, Clock.systemUTC().instant(), SEED).tell()));
        ServeCommand.stopWithProcess(allclear);
        var secret = allclear.doors().sessions().signInLink(told.get().owner());
        System.out.println("The status page:  " + settings.base() + "/");
        System.out.println("The desk:         " + settings.base() + "/desk/sign-in/" + secret);
        System.out.println(
                "Sent mails:       " + settings.base() + "/desk/mails, and as files in " + folder.resolve("outbox"));
        System.out.println("Stop it with Ctrl+C; everything is in " + folder);
        return 0;
    }
}
