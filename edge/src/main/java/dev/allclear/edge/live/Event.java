package dev.allclear.edge.live;

import dev.allclear.edge.json.Json;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.page.PublicPage;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/// One message to open pages, encoded once for all of them.
///
/// @param revision the page's, which is the event's id too: a reader that comes back says how far it got
record Event(long revision, Buffer bytes) {

    /// The public sees something new.
    static Event published(PublicPage before, PublicPage after) {
        var changes = new WhatChanged(before, after);
        return of("published", after.revision(), Json.object(json -> {
            json.writeNumberProperty("revision", after.revision());
            json.writeStringProperty("at", Json.instant(after.asOf()));
            json.writeObjectPropertyStart("say");
            for (Language language : Languages.ALL) {
                json.writeStringProperty(language.tag(), changes.in(Languages.phrases(language)));
            }
            json.writeEndObject();
        }));
    }

    /// What the reader has is too old to be brought up to date piece by piece: load the page anew.
    static Event reset(long revision) {
        return of("reset", revision, Json.object(json -> json.writeNumberProperty("revision", revision)));
    }

    /// Nothing new; we made sure at that instant.
    ///
    /// @param current false when that was too long ago to vouch for what is shown
    static Event confirmed(long revision, Instant at, boolean current) {
        return of("confirmed", revision, Json.object(json -> {
            json.writeStringProperty("at", Json.instant(at));
            json.writeBooleanProperty("current", current);
        }));
    }

    private static Event of(String name, long revision, String data) {
        return new Event(revision, Buffer.buffer("id: " + revision + "\nevent: " + name + "\ndata: " + data + "\n\n"));
    }
}
