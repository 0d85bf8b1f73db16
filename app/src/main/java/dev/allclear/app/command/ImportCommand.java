package dev.allclear.app.command;

import dev.allclear.PageId;
import dev.allclear.app.Offline;
import dev.allclear.app.imports.cstate.CStateFolder;
import dev.allclear.app.imports.cstate.CStateImport;
import dev.allclear.app.machine.SecureEntropy;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.people.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// `import SYSTEM FOLDER`: the history of another status page becomes ours. Nobody is told, and importing twice changes
/// nothing.
final class ImportCommand {

    private ImportCommand() {}

    static int run(Map<Setting, String> flags, ParseResult parsed) throws Exception {
        var system = parsed.matchedPositionalValue(0, "");
        if (!system.equals("cstate")) {
            throw new WrongSetting("Can't import from " + system + " yet; known is cstate.");
        }
        var folder = Path.of(parsed.matchedPositionalValue(1, ""));
        if (!Files.isDirectory(folder.resolve("content/issues"))) {
            throw new WrongSetting(folder + " is no cState folder: it should hold config.yml and content/issues.");
        }
        try (var offline = Offline.open(ServeCommand.settings(flags))) {
            var cstate = CStateFolder.read(folder);
            var importer = new CStateImport(offline.doors().store(), offline.clock(), new SecureEntropy());
            var known = known(offline, Optional.ofNullable(parsed.matchedOptionValue("--page", (String) null)));
            var report = parsed.hasMatchedOption("--dry-run")
                    ? known.map(page -> importer.dryRun(cstate, page))
                            .orElseGet(() -> importer.dryRun(cstate, ZoneId.of("UTC")))
                    : importer.run(cstate, known.orElseGet(() -> made(offline, slug(parsed), cstate)));
            System.out.println(report.text());
            return 0;
        }
    }

    /// The page that is named, or the first one when none is; empty when it has to be made.
    private static Optional<PageId> known(Offline offline, Optional<String> slug) {
        var pages = offline.doors().pages().all();
        return pages.stream()
                .map(page -> page.value())
                .filter(page -> slug.isEmpty() || page.slug().equals(slug.get()))
                .findFirst()
                .map(Page::id);
    }

    private static String slug(ParseResult parsed) {
        return parsed.matchedOptionValue("--page", "main");
    }

    private static PageId made(Offline offline, String slug, CStateFolder cstate) {
        var page = new Page(
                new PageId(new SecureEntropy().id()),
                slug,
                cstate.title(),
                Optional.empty(),
                ZoneId.of("UTC"),
                Language.ENGLISH,
                "#43379c",
                Optional.empty(),
                offline.clock().instant());
        offline.doors().pages().add(page, new Actor("import"));
        return page.id();
    }
}
