package dev.allclear.desk.api;

import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;

/// Answers of the API when all went well.
final class Replies {

    private final Json json;

    Replies(Json json) {
        this.json = json;
    }

    Answer ok(Object view) {
        return Answer.of(200, "application/json", json.write(view));
    }

    Answer ok(Object view, long version) {
        return ok(view).with("ETag", Tags.of(version));
    }

    /// @param path of the new thing, without a page's prefix
    Answer created(Ask ask, String path, Object view) {
        return Answer.of(201, "application/json", json.write(view)).with("Location", ask.link(path));
    }

    Answer created(Ask ask, String path, Object view, long version) {
        return created(ask, path, view).with("ETag", Tags.of(version));
    }
}
