package dev.allclear.edge;

import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import java.util.List;
import java.util.Optional;

/// How readers may ask for a file.
///
/// @param language the one in which it is written; empty for what has none
/// @param paths all that lead to it
record Names(Optional<Language> language, List<String> paths) {

    private static final String INDEX = "index.html";
    private static final String HTML = ".html";

    static Names of(String path) {
        return new Names(language(path), paths(path));
    }

    private static Optional<Language> language(String path) {
        return Languages.ALL.stream()
                .filter(language -> path.startsWith("/" + language.tag() + "/"))
                .findFirst();
    }

    private static List<String> paths(String path) {
        if (path.endsWith("/" + INDEX)) {
            var folder = path.substring(0, path.length() - INDEX.length());
            return isFront(folder)
                    ? List.of(path, folder)
                    : List.of(path, folder, folder.substring(0, folder.length() - 1));
        }
        return path.endsWith(HTML) ? List.of(path, path.substring(0, path.length() - HTML.length())) : List.of(path);
    }

    private static boolean isFront(String folder) {
        return folder.equals("/")
                || Languages.ALL.stream().anyMatch(language -> folder.equals("/" + language.tag() + "/"));
    }
}
