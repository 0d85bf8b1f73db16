package dev.allclear.shape;

import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.status.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The facts of one case and what is expected of its shapes, as one line of JSON holds them.
record FactSheet(JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    static List<FactSheet> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("//"))
                .map(line -> new FactSheet(JSON.readTree(line)))
                .toList();
    }

    String id() {
        return json.get("id").asString();
    }

    @Override
    public String toString() {
        return id() + ": " + json.path("edge").asString("");
    }

    Message message() {
        return new Message(
                occasion(),
                severity(),
                new Reader(language(), ZoneId.of(need("time_zone")), clock()),
                about(),
                new Timing(
                        Objects.requireNonNull(at("as_of")),
                        at("since"),
                        at("detected_at"),
                        at("ended_at"),
                        at("next_update_at"),
                        at("previous_promise_at"),
                        json.path("eta_confirmed").asBoolean(false) ? at("eta_at") : null),
                window(),
                words(),
                new Links(text("status_url"), text("short_url")));
    }

    Language language() {
        return new Language(need("language").toLowerCase(Locale.ROOT));
    }

    List<String> expected(String kind) {
        return json.path("expect")
                .path(kind)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /// Values that are never told: they aren't even read into the message.
    List<String> internal() {
        return json.path("internal").valueStream().map(JsonNode::asString).toList();
    }

    @Nullable
    Instant at(String field) {
        var text = text(field);
        return text == null ? null : Instant.parse(text);
    }

    String local(String field) {
        return json.path("local").path(field).path("time").asString("");
    }

    String encoding() {
        return json.path("expect").path("sms_encoding").asString("GSM-7");
    }

    int mostSegments() {
        return json.path("expect").path("sms_max_segments").asInt(2);
    }

    private Occasion occasion() {
        return switch (need("phase")) {
            case "postmortem" -> Occasion.REPORT;
            case String phase -> Occasion.valueOf(phase.toUpperCase(Locale.ROOT).replace('-', '_'));
        };
    }

    private Severity severity() {
        var severity = need("severity");
        return severity.equals("maintenance") ? Severity.NOTICE : Severity.valueOf(severity.toUpperCase(Locale.ROOT));
    }

    private Reader.Clock clock() {
        return "12h".equals(text("clock")) ? Reader.Clock.TWELVE_HOURS : Reader.Clock.TWENTY_FOUR_HOURS;
    }

    private About about() {
        var components = json.path("components")
                .valueStream()
                .map(component -> new About.Component(
                        component.get("name").asString(),
                        State.valueOf(component.get("state").asString().toUpperCase(Locale.ROOT))))
                .toList();
        var places = json.path("regions")
                .valueStream()
                .map(place -> new About.Place(
                        place.get("name").asString(), place.get("impact").asString()))
                .toList();
        return new About(need("brand"), need("product"), components, text("scope"), places);
    }

    private @Nullable Window window() {
        var start = at("window_start");
        var end = at("window_end");
        if (start == null || end == null) {
            return null;
        }
        var title = text("title");
        return new Window(
                start,
                end,
                at("previous_window_start"),
                at("previous_window_end"),
                title == null ? Window.Fate.STANDS : Window.Fate.saidIn(title, language()));
    }

    private Words words() {
        return new Words(
                text("title"),
                text("text"),
                text("impact"),
                workaround(),
                text("action"),
                text("doing"),
                cause(),
                text("why"),
                null,
                text("residual"),
                text("next_step"),
                json.path("prevention")
                        .valueStream()
                        .map(measure -> new Words.Prevention(
                                measure.get("text").asString(),
                                measure.hasNonNull("due")
                                        ? LocalDate.parse(measure.get("due").asString())
                                        : null,
                                "done".equals(measure.path("state").asString(""))))
                        .toList(),
                text("compensation"),
                text("contact"));
    }

    private Workaround workaround() {
        return switch (need("workaround_state")) {
            case "given" -> new Workaround.Given(need("workaround"));
            case "none-yet" -> new Workaround.NoneYet();
            default -> new Workaround.NotNeeded();
        };
    }

    private RootCause cause() {
        return switch (need("cause_state")) {
            case "suspected" -> new RootCause.Suspected(need("cause"));
            case "confirmed" -> new RootCause.Confirmed(need("cause"));
            case "confirmed-not-public" -> new RootCause.ConfirmedNotPublic();
            default -> new RootCause.Unknown();
        };
    }

    private @Nullable String text(String field) {
        return json.hasNonNull(field) ? json.get(field).asString() : null;
    }

    private String need(String field) {
        return Objects.requireNonNull(text(field), () -> id() + " lacks " + field);
    }
}
