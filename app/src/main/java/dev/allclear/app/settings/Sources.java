package dev.allclear.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The three places in which a setting may stand: a flag wins over the environment, which wins over `allclear.yaml`.
public final class Sources {

    private static final String FILE = "allclear.yaml";

    private final Map<Setting, String> flags;
    private final Map<String, String> environment;
    private final Map<String, Object> file;

    private Sources(Map<Setting, String> flags, Map<String, String> environment, Map<String, Object> file) {
        this.flags = flags;
        this.environment = environment;
        this.file = file;
    }

    /// @param folder where `allclear.yaml` may lie
    public static Sources read(Map<Setting, String> flags, Map<String, String> environment, Path folder) {
        var file = folder.resolve(FILE);
        return new Sources(flags, environment, Files.exists(file) ? parse(file) : Map.of());
    }

    private static Map<String, Object> parse(Path file) {
        Map<String, Object> read;
        try {
            var content = Files.readString(file);
            read = content.isBlank()
                    ? Map.of()
                    : new YAMLMapper().readValue(content, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException | JacksonException unreadable) {
            throw new WrongSetting(FILE + " can't be read: it should hold lines such as `port: 8080`.");
        }
        var known = Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());
        for (var key : read.keySet()) {
            if (!known.contains(key)) {
                throw new WrongSetting(FILE + " names the unknown setting " + key + "; known are "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
        return read;
    }

    /// A value with the place it was found in.
    record Found(String value, WrongSetting.Source source) {}

    Optional<Found> find(Setting setting) {
        var flag = flags.get(setting);
        if (flag != null) {
            return Optional.of(new Found(flag, new WrongSetting.Source(setting.flag())));
        }
        var variable = environment.get(setting.environment());
        if (variable != null && !variable.isBlank()) {
            return Optional.of(new Found(variable.strip(), new WrongSetting.Source(setting.environment())));
        }
        return Optional.ofNullable(file.get(setting.key()))
                .map(value -> new Found(value.toString(), new WrongSetting.Source(setting.key() + " in " + FILE)));
    }
}
