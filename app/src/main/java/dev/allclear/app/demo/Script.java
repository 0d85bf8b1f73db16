package dev.allclear.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The story as its files tell it; see `demo/*.yaml` for what each field means.
final class Script {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Script() {}

    record Company(
            Home page,
            List<Person> people,
            List<Place> regions,
            List<Family> groups,
            List<Part> components,
            List<Reader> subscribers) {}

    record Home(String slug, String name, String zone, String accent, URI support) {}

    record Person(String key, String name, String email, String role) {}

    record Place(String key, String name) {}

    record Family(
            String key,
            @Nullable String parent,
            String name,
            @Nullable String description) {}

    record Part(
            String key,
            String group,
            String name,
            @Nullable String description,
            @Nullable List<String> regions,
            @Nullable String since,
            @Nullable String retired) {}

    record Reader(
            String email,
            String since,
            String language,
            @Nullable String zone,
            @Nullable List<String> components,
            @Nullable List<String> groups,
            @Nullable List<String> regions,
            @Nullable List<String> kinds,
            boolean pending,
            @Nullable String left) {}

    /// An incident.
    record Episode(
            String title,
            @Nullable String when,
            @Nullable String ago,
            String by,
            String severity,
            Map<String, String> areas,
            String impact,
            String workaround,
            @Nullable String cause,
            @Nullable String suspected,
            List<Said> updates,
            @Nullable Lesson report,
            @Nullable Slip correct) {}

    /// Exactly one of `stage`, `resolved`, `reopen` and `withdrawn` says what sort of update it is.
    record Said(
            String after,
            @Nullable String stage,
            @Nullable String resolved,
            @Nullable String reopen,
            @Nullable String withdrawn,
            @Nullable Map<String, String> areas,
            String text,
            @Nullable String next) {}

    record Lesson(
            String after,
            String wrong,
            String fixed,
            String prevented,
            @Nullable List<Vow> followUps) {}

    /// What a lesson leaves to be done.
    ///
    /// @param by days after the incident began, as `done` is
    /// @param internal whether readers are not told
    record Vow(
            String what,
            int by,
            @Nullable Integer done,
            @Nullable Boolean internal) {}

    /// @param update which one is put right, from 1
    record Slip(int update, String after, String before, String put, String why) {}

    /// Planned work.
    record Work(
            String title,
            @Nullable String when,
            @Nullable String ago,
            @Nullable String ahead,
            String lasts,
            String by,
            List<String> areas,
            Notice announced,
            @Nullable String started,
            @Nullable List<Notice> progress,
            @Nullable Notice completed,
            @Nullable Notice cancelled) {}

    record Notice(
            @Nullable String before,
            @Nullable String ago,
            @Nullable String after,
            String text) {}

    static Company company() {
        return read("company.yaml", new TypeReference<>() {});
    }

    static List<Episode> episodes(String file) {
        return read(file, new TypeReference<>() {});
    }

    static List<Work> works() {
        return read("maintenance.yaml", new TypeReference<>() {});
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (var stream = Objects.requireNonNull(Script.class.getResourceAsStream("/demo/" + file), file)) {
            return YAML.readValue(stream, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return Optional.ofNullable(list).orElse(List.of());
    }

    static String orEmpty(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
