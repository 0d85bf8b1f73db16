package dev.allclear.app.holding;

import dev.allclear.edge.holding.Contact;
import dev.allclear.edge.holding.House;
import dev.allclear.edge.holding.HouseFile;
import dev.allclear.language.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The folder into which the sites were published, as the last server that ran has left it.
final class PublishedSites {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;

    PublishedSites(Path root) {
        this.root = root;
    }

    List<String> slugs() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(file(folder)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Empty when it was never published, or can't be read.
    Optional<House> read(String slug) {
        var file = file(root.resolve(slug));
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(house(JSON.readTree(Files.readString(file))));
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder) {
        return folder.resolve(HouseFile.PATH.substring(1));
    }

    private static House house(JsonNode json) {
        return new House(
                text(json, "name"),
                URI.create(text(json, "url")),
                ZoneId.of(text(json, "time_zone")),
                new Language(text(json, "language")),
                text(json, "accent"),
                Optional.ofNullable(json.get("support"))
                        .filter(JsonNode::isString)
                        .map(support -> Contact.of(URI.create(support.asString()))));
    }

    private static String text(JsonNode json, String name) {
        var value = json.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.asString();
    }
}
