package dev.allclear.app.imports.cstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.app.imports.Finding;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.people.Actor;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Moves the page of a library in, whose files hold every oddity that we know of. To accept a change of what comes out,
/// run with `-Dgolden.write=true` and read the diff.
class CStateImportTest {

    private static final Path LIBRARY = Path.of("src/test/resources/cstate/library");
    private static final Path GOLDEN = Path.of("src/test/resources/cstate");

    @TempDir
    private Path directory;

    private Imported page;

    @BeforeEach
    void opens_an_empty_page() {
        page = new Imported(directory);
    }

    @AfterEach
    void closes_it() {
        page.close();
    }

    @Test
    void the_library_s_history_reads_as_agreed() throws IOException {
        var report = page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);

        assertAgreed("library-report.txt", report.text());
        assertAgreed("library-history.txt", page.told());
    }

    private static void assertAgreed(String name, String written) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN.resolve(name), written, StandardCharsets.UTF_8);
        }
        assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve(name), StandardCharsets.UTF_8));
    }

    @Test
    void nobody_is_told() {
        page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);

        assertThat(page.announced()).isEmpty();
    }

    @Test
    void importing_twice_changes_nothing() {
        var first = page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);
        var before = page.told();
        var revision = page.revision();
        page.clock.advance(Duration.ofDays(3));

        var second = page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);

        assertThat(second.created()).isZero();
        assertThat(second.unchanged()).isEqualTo(first.created());
        assertThat(second.components()).isEmpty();
        assertThat(second.retired()).isEmpty();
        assertThat(page.told()).isEqualTo(before);
        assertThat(page.revision()).isEqualTo(revision);
    }

    @Test
    void a_dry_run_tells_the_same_and_writes_nothing() {
        var dry = page.imports.dryRun(CStateFolder.read(LIBRARY), Imported.PAGE);

        assertThat(page.incidents()).isEmpty();
        assertThat(page.catalogue()).isEqualTo(Catalogue.EMPTY);
        var real = page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);
        assertThat(dry.findings()).isEqualTo(real.findings());
        assertThat(dry.created()).isEqualTo(real.created());
        assertThat(dry.text()).contains("Dry run, nothing was written.");
    }

    @Test
    void a_dry_run_needs_no_page_yet() {
        var dry = page.imports.dryRun(CStateFolder.read(LIBRARY), ZoneOffset.UTC);

        assertThat(dry.created())
                .isEqualTo(page.imports
                        .run(CStateFolder.read(LIBRARY), Imported.PAGE)
                        .created());
        assertThat(CStateFolder.read(LIBRARY).title()).isEqualTo("Pinewood Library");
    }

    @Test
    void an_issue_that_changed_since_is_reported_and_left() throws IOException {
        var folder = oneIssue(
                "title: Doors shut\ndate: 2024-01-01T08:00:00Z\nresolved: true\nresolvedWhen: 2024-01-01T09:00:00Z\nseverity: down",
                "Shut.");
        page.imports.run(CStateFolder.read(folder), Imported.PAGE);
        oneIssue(
                "title: Doors shut\ndate: 2024-01-01T08:00:00Z\nresolved: true\nresolvedWhen: 2024-01-01T10:00:00Z\nseverity: down",
                "Shut tight.");

        var report = page.imports.run(CStateFolder.read(folder), Imported.PAGE);

        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.findings())
                .contains(new Finding(
                        Finding.Kind.CHANGED,
                        "content/issues/2024-01-01-one.md",
                        0,
                        "differs from what is here by its end, text; left as it is here"));
        assertThat(page.incident("2024-01-01-one.md").latest().text()).isEqualTo("Shut.");
    }

    @Test
    void a_component_that_was_renamed_here_is_found_again() {
        page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);
        var desk = new CatalogueDesk(page.store, page.clock);
        desk.change(
                Imported.PAGE,
                Optional.empty(),
                "component.changed",
                "",
                "",
                Actor.SYSTEM,
                CStateImportTest::withOpacRenamed);

        var again = page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);

        assertThat(again.components()).isEmpty();
        assertThat(again.changed()).isZero();
    }

    private static Catalogue withOpacRenamed(Catalogue catalogue) {
        var components = catalogue.components().stream()
                .map(one -> !one.name().equals("Catalogue search")
                        ? one
                        : new Component(
                                one.id(),
                                one.group(),
                                "Book finder",
                                one.description(),
                                one.position(),
                                one.regions(),
                                one.startDate(),
                                one.showUptime(),
                                one.retired(),
                                one.createdAt(),
                                one.updatedAt()))
                .toList();
        return new Catalogue(catalogue.groups(), components, catalogue.regions());
    }

    @Test
    void an_open_issue_owes_an_update_from_now_on() {
        page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);

        var open = page.incident("2024-06-10-open.md");
        assertThat(open.phase())
                .isEqualTo(
                        new Phase.Open(Stage.INVESTIGATING, page.clock.instant().plus(Duration.ofHours(1))));
        assertThat(open.backfilled()).isTrue();
    }

    @Test
    void a_notice_takes_nothing_down() {
        page.imports.run(CStateFolder.read(LIBRARY), Imported.PAGE);

        var notice = page.incident("2024-06-01-inventory.md");
        assertThat(notice.severity()).isEqualTo(Severity.NOTICE);
        assertThat(notice.stateChanges()).noneMatch(change -> change.state() != State.OPERATIONAL);
    }

    @Test
    void a_text_too_long_for_one_update_becomes_several() throws IOException {
        var text = "All is lost.\n".repeat(4_000).strip();
        var folder = oneIssue(
                "title: Long\ndate: 2024-01-01T08:00:00Z\nresolved: true\nresolvedWhen: 2024-01-01T09:00:00Z\nseverity: down",
                text);

        page.imports.run(CStateFolder.read(folder), Imported.PAGE);

        var updates = page.incident("2024-01-01-one.md").updates();
        assertThat(updates).hasSize(3);
        assertThat(String.join(
                        "\n", updates.stream().map(update -> update.text()).toList()))
                .isEqualTo(text);
    }

    @Test
    void without_a_configuration_history_names_the_systems() throws IOException {
        var folder = oneIssue(
                "title: Odd\ndate: 2024-01-01T08:00:00Z\nresolved: true\nresolvedWhen: 2024-01-01T09:00:00Z\nseverity: down\naffected: [Lift, Door]",
                "Odd.");

        var report = page.imports.run(CStateFolder.read(folder), Imported.PAGE);

        assertThat(report.components()).isEmpty();
        assertThat(report.retired()).isEqualTo(List.of("Lift", "Door"));
        assertThat(report.tally())
                .containsEntry(Finding.Kind.SYSTEM_UNKNOWN, 2)
                .containsEntry(Finding.Kind.UNREADABLE, 1);
    }

    @Test
    void a_folder_of_something_else_is_refused() {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> CStateFolder.read(directory))
                .withMessageContaining("content/issues");
    }

    private Path oneIssue(String front, String text) throws IOException {
        var folder = directory.resolve("source");
        var issues = folder.resolve("content/issues");
        Files.createDirectories(issues);
        Files.writeString(
                issues.resolve("2024-01-01-one.md"), "---\n" + front + "\n---\n" + text + "\n", StandardCharsets.UTF_8);
        return folder;
    }
}
