package dev.allclear.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The Kafka that carries letters.
///
/// @param servers host and port of some brokers, with commas between
/// @param prefix of everything that is ours there
/// @param partitions of a topic that has to be made
/// @param more properties of its clients
public record Carriage(String servers, String prefix, int partitions, Map<String, String> more) {

    private static final Pattern SERVERS = Pattern.compile("[^\\s,:]+:[0-9]{1,5}(,[^\\s,:]+:[0-9]{1,5})*");
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
    private static final Pattern PARTITIONS = Pattern.compile("[1-9][0-9]{0,3}");

    static Optional<Carriage> from(Sources sources) {
        return Settings.optional(sources, Setting.KAFKA_SERVERS, Carriage::servers)
                .map(servers -> new Carriage(
                        servers,
                        Settings.value(sources, Setting.KAFKA_PREFIX, Carriage::prefix),
                        Settings.value(sources, Setting.KAFKA_PARTITIONS, Carriage::partitions),
                        Settings.optional(sources, Setting.KAFKA_PROPERTIES, Carriage::properties)
                                .orElse(Map.of())));
    }

    private static String servers(String value, WrongSetting.Source source) {
        if (!SERVERS.matcher(value).matches()) {
            throw new WrongSetting(
                    source,
                    "it should be brokers such as kafka-1.example.com:9092,kafka-2.example.com:9092, not " + value
                            + ".");
        }
        return value;
    }

    private static String prefix(String value, WrongSetting.Source source) {
        if (!PREFIX.matcher(value).matches()) {
            throw new WrongSetting(source, "it should be letters, digits, dots and dashes, not " + value + ".");
        }
        return value;
    }

    private static int partitions(String value, WrongSetting.Source source) {
        if (!PARTITIONS.matcher(value).matches()) {
            throw new WrongSetting(source, "it should be a number from 1 to 9999, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static Map<String, String> properties(String value, WrongSetting.Source source) {
        try (Reader reader = Files.newBufferedReader(Path.of(value), StandardCharsets.UTF_8)) {
            var read = new Properties();
            read.load(reader);
            return read.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, read::getProperty));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new WrongSetting(source, "the file " + value + " can't be read.");
        }
    }

    @Override
    public String toString() {
        return "Carriage[" + servers + ", " + prefix + "]";
    }
}
