package dev.allclear.app.command;

import dev.allclear.app.Offline;
import dev.allclear.app.imports.cstate.CStateFolder;
import dev.allclear.app.imports.cstate.CStateImport;
import dev.allclear.app.machine.SecureEntropy;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.PageId;
import dev.allclear.people.Actor;
import dev.allclear.policy.Cadence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
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
            var page = page(offline, Optional.ofNullable(parsed.matchedOptionValue("--page", (String) null)), cstate);
            var importer = new CStateImport(offline.doors().store(), offline.clock(), new SecureEntropy(), Cadence.USUAL);
            var report = parsed.hasMatchedOption("--dry-run") ? importer.dryRun(cstate, page) : importer.run(cstate, page);
            System.out.println(report.text());
            return 0;
        }
    }

    private static PageId page(Offline offline, Optional<String> slug, CStateFolder cstate) {
        var pages = offline.doors().pages().all();
        if (slug.isEmpty() && !pages.isEmpty()) {
            return pages.getFirst().value().id();
        }
        var wanted = slug.orElse("main");
        return pages.stream()
                .map(page -> page.value())
                .filter(page -> page.slug().equals(wanted))
                .findFirst()
                .orElseGet(() -> made(offline, wanted, cstate))
                .id();
    }

    private static Page made(Offline offline, String slug, CStateFolder cstate) {
        var page = new Page(
                new PageId(new SecureEntropy().id()),
                slug,
                cstate.title(),
                Optional.empty(),
                ZoneOffset.UTC,
                Language.ENGLISH,
                "#43379c",
                Optional.empty(),
                offline.clock().instant());
        offline.doors().pages().add(page, new Actor("import"));
        return page;
    }
}
