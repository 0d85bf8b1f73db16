package dev.allclear.app.command;

import dev.allclear.PageId;
import dev.allclear.app.Offline;
import dev.allclear.app.settings.Setting;
import dev.allclear.journal.Chain;
import dev.allclear.transaction.Store;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/// `journal`: walks the chain of every page's journal and says whether it is whole.
final class JournalCommand {

    private static final int PORTION = 1_000;

    private JournalCommand() {}

    static int run(Map<Setting, String> flags, ParseResult parsed) {
        try (var offline = Offline.open(ServeCommand.settings(flags))) {
            var broken = 0;
            for (var page : offline.doors().pages().all()) {
                var name = page.value().name();
                switch (check(offline.doors().store(), page.value().id())) {
                    case Chain.Finding.Intact(var entries) ->
                        System.out.println(name + ": " + entries + " entries, all intact");
                    case Chain.Finding.BrokenAt(var number) -> {
                        broken++;
                        System.err.println(name + ": altered at entry " + number);
                    }
                }
            }
            return broken == 0 ? 0 : 1;
        }
    }

    private static Chain.Finding check(Store store, PageId page) {
        var chain = new Chain();
        Chain.Finding finding = new Chain.Finding.Intact(0);
        for (var next = 1L; ; ) {
            var from = next;
            var entries = store.reading(tx -> tx.journal().from(page, from, PORTION));
            if (entries.isEmpty()) {
                return finding;
            }
            finding = chain.walk(entries);
            if (finding instanceof Chain.Finding.BrokenAt) {
                return finding;
            }
            next = from + entries.size();
        }
    }
}
