package dev.allclear.app.imports.cstate;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.delivery.Outbox;
import dev.allclear.incident.Incident;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.status.Catalogue;
import dev.allclear.status.State;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.SeededEntropy;
import dev.allclear.testkit.SettableClock;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A store with one empty page to import into, and what it holds afterwards.
final class Imported implements AutoCloseable {

    static final PageId PAGE = new PageId("page");

    final SettableClock clock = SettableClock.at("2026-11-22T12:00:00Z");
    final SqlStore store;
    final CStateImport imports;

    Imported(Path directory) {
        this.store = SqlStore.open(new StoreSettings.Sqlite(directory.resolve("allclear.db")));
        this.imports = new CStateImport(store, clock, new SeededEntropy(7));
        var page = new Page(
                PAGE,
                "moved",
                "Moved",
                Optional.empty(),
                ZoneOffset.UTC,
                Language.ENGLISH,
                "#1f6feb",
                Optional.empty(),
                clock.instant());
        store.inTransaction(tx -> {
            tx.pages().add(page);
            return page;
        });
    }

    /// Oldest first.
    List<Incident> incidents() {
        return store.reading(tx -> tx.incidents().all(PAGE)).stream()
                .map(Stored::value)
                .toList()
                .reversed();
    }

    Catalogue catalogue() {
        return store.reading(tx -> tx.catalogues().of(PAGE)).value();
    }

    List<Outbox.Progress> announced() {
        return store.reading(tx -> tx.outbox().recent(PAGE, 10));
    }

    long revision() {
        return store.reading(tx -> tx.pages().revision(PAGE));
    }

    Incident incident(String file) {
        return store.reading(tx -> tx.incidents().findByOrigin(PAGE, "cstate:" + file))
                .orElseThrow()
                .value();
    }

    /// All of it for people, to be compared with what was agreed.
    String told() {
        var told = new StringBuilder();
        var catalogue = catalogue();
        catalogue
                .groups()
                .forEach(group -> told.append("group ")
                        .append(group.name())
                        .append(": ")
                        .append(group.description())
                        .append('\n'));
        catalogue
                .components()
                .forEach(component -> told.append(component.retired() ? "retired " : "component ")
                        .append(component.name())
                        .append(component
                                .group()
                                .flatMap(catalogue::group)
                                .map(group -> " in " + group.name())
                                .orElse(""))
                        .append(" since ")
                        .append(component.startDate())
                        .append(
                                component.description().isEmpty()
                                        ? ""
                                        : ": " + component.description().replace("\n", " / "))
                        .append('\n'));
        incidents().forEach(incident -> tell(incident, catalogue, told));
        return told.toString();
    }

    private static void tell(Incident incident, Catalogue catalogue, StringBuilder told) {
        told.append("\n# ")
                .append(incident.title())
                .append(" (")
                .append(incident.origin().orElseThrow())
                .append(")\n");
        told.append(incident.severity())
                .append(", ")
                .append(incident.startedAt())
                .append(" to ");
        told.append(incident.resolvedAt().map(Object::toString).orElse("this day"))
                .append('\n');
        for (var update : incident.updates()) {
            var areas = new TreeMap<String, State>();
            update.areas()
                    .forEach((area, state) -> areas.put(
                            catalogue.component(area.component()).orElseThrow().name(), state));
            told.append("\n")
                    .append(update.at())
                    .append(' ')
                    .append(update.kind())
                    .append(' ')
                    .append(areas)
                    .append('\n');
            told.append(update.text().indent(4));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
