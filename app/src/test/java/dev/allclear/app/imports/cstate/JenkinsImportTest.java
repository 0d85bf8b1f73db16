package dev.allclear.app.imports.cstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.allclear.app.imports.ImportReport;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Six years of a real page, kept by hand by many people. What must come out is counted from the files by other means.
class JenkinsImportTest {

    private static final Path JENKINS = Path.of("../../shared/real/jenkins-status");

    private static Imported page;
    private static ImportReport report;
    private static List<Path> files;

    @BeforeAll
    static void imports_it(@TempDir Path directory) throws IOException {
        assumeTrue(Files.isDirectory(JENKINS), "skipped: the history of the Jenkins project is not beside the project");
        try (var paths = Files.list(JENKINS.resolve("content/issues"))) {
            files = paths.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        page = new Imported(directory);
        report = page.imports.run(CStateFolder.read(JENKINS), Imported.PAGE);
    }

    @AfterAll
    static void closes_it() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void every_file_becomes_an_incident() {
        assertThat(files).hasSizeGreaterThan(290);
        assertThat(report.created()).isEqualTo(files.size());
        assertThat(report.skipped()).isZero();
        assertThat(page.incidents())
                .hasSameSizeAs(files)
                .allMatch(Incident::backfilled)
                .noneMatch(Incident::isOpen);
    }

    @Test
    void severities_are_those_of_the_files() {
        assertThat(count(Severity.MAJOR)).isEqualTo(count("severity: down"));
        assertThat(count(Severity.MINOR)).isEqualTo(count("severity: disrupted"));
        assertThat(count(Severity.NOTICE)).isEqualTo(count("severity: notice"));
    }

    private static long count(Severity severity) {
        return page.incidents().stream()
                .filter(incident -> incident.severity() == severity)
                .count();
    }

    private static long count(String line) {
        return files.stream()
                .filter(file -> content(file).lines().anyMatch(line::equals))
                .count();
    }

    @Test
    void every_system_that_a_file_names_is_known_and_affected() {
        var names = new TreeSet<String>();
        for (var file : files) {
            var named = named(file);
            names.addAll(named);
            var incident = page.incident(file.getFileName().toString());
            var affected = incident.everAffected().stream()
                    .map(area -> page.catalogue()
                            .component(area.component())
                            .orElseThrow()
                            .name())
                    .collect(Collectors.toSet());
            assertThat(affected).as(file.toString()).isEqualTo(named);
        }
        assertThat(page.catalogue().components())
                .hasSize(report.components().size() + report.retired().size());
        assertThat(page.catalogue().components().stream()
                        .map(component -> component.name())
                        .toList())
                .containsAll(names);
    }

    private static Set<String> named(Path file) {
        var names = new TreeSet<String>();
        var inList = false;
        for (var line : content(file).split("\n---", 2)[0].lines().toList()) {
            inList = line.startsWith("affected:") || (inList && line.startsWith(" "));
            if (inList && line.strip().startsWith("- ")) {
                names.add(line.strip().substring(2).strip().replaceAll("^[\"']|[\"']$", ""));
            }
        }
        // One file says that nothing was affected.
        names.remove("nothing");
        return names;
    }

    @Test
    void every_line_that_was_published_can_still_be_read() {
        var markers = Pattern.compile("\\[[^\\]]*\\](?: -->)?|\\*\\*[^*]*\\*\\*|-{3,}|\\*[^*]+\\* - .*");
        for (var file : files) {
            var body = content(file)
                    .split("\n---\\s*\n", 2)[1]
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("</?strike>", "~~");
            var text = page.incident(file.getFileName().toString()).updates().stream()
                    .map(Update::text)
                    .collect(Collectors.joining("\n"));
            for (var line : body.lines().map(String::strip).toList()) {
                if (!markers.matcher(line).matches()) {
                    assertThat(text).as(file.toString()).contains(line.replaceFirst("^\\[[A-Za-z]+ message\\] ", ""));
                }
            }
        }
    }

    @Test
    void no_update_lies_before_its_incident_or_before_the_one_before() {
        for (var incident : page.incidents()) {
            var before = incident.startedAt();
            for (var update : incident.updates()) {
                assertThat(update.at()).as(incident.origin().orElseThrow()).isBetween(before, page.clock.instant());
                before = update.at();
            }
        }
    }

    @Test
    void ends_before_the_beginning_are_reported_and_count_no_downtime() {
        var impossible = report.findings().stream()
                .filter(one -> one.text().contains("before `date`"))
                .toList();

        assertThat(impossible).hasSize(8);
        for (var finding : impossible) {
            var incident = page.incident(finding.file().replaceFirst(".*/", ""));
            assertThat(incident.resolvedAt()).contains(incident.startedAt());
        }
    }

    @Test
    void nobody_is_told_and_importing_twice_changes_nothing() {
        var again = page.imports.run(CStateFolder.read(JENKINS), Imported.PAGE);

        assertThat(again.unchanged()).isEqualTo(files.size());
        assertThat(again.changed()).isZero();
        assertThat(page.announced()).isEmpty();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
