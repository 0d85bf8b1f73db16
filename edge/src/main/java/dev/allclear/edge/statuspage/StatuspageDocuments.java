package dev.allclear.edge.statuspage;

import dev.allclear.edge.Remembered;
import dev.allclear.edge.Renderer;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.json.Json;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicPage;
import dev.allclear.wording.Markdown;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// All documents of Statuspage's public API, as files.
public final class StatuspageDocuments implements Renderer {

    private static final int MOST = 50;

    private final Remembered<SiteFile> files = new Remembered<>();
    private final Remembered<Happening> happenings = new Remembered<>();
    private final Remembered<String> written = new Remembered<>();
    private final Markdown markdown;

    public StatuspageDocuments(Markdown markdown) {
        this.markdown = markdown;
    }

    @Override
    public List<SiteFile> rest(PublicPage page, URI base) {
        return new Documents(page, base).all();
    }

    /// The documents of one page at one instant.
    private final class Documents {

        private final PublicPage page;
        private final URI base;
        private final String key;
        private final Phrases phrases;
        private final List<Listed> listed;
        private final List<SiteFile> all = new ArrayList<>();

        private Documents(PublicPage page, URI base) {
            this.page = page;
            this.base = base;
            this.key = page.page().id().value() + (page.confirmed() ? "" : " stale");
            this.phrases = Languages.phrases(page.page().language());
            this.listed = Listed.all(page);
        }

        private List<SiteFile> all() {
            add("summary", json -> {
                components(json);
                incidents(json, page.incidents().stream().filter(PublicIncident::isOpen));
                maintenances(json, Stream.concat(page.running().stream(), page.upcoming().stream()));
                status(json);
            });
            add("status", this::status);
            add("components", this::components);
            add(
                    "incidents/unresolved",
                    json -> incidents(json, page.incidents().stream().filter(PublicIncident::isOpen)));
            add("scheduled-maintenances/active", json -> maintenances(json, page.running().stream()));
            add("scheduled-maintenances/upcoming", json -> maintenances(json, page.upcoming().stream()));
            add("incidents", json -> incidents(json, page.incidents().stream()));
            add(
                    "incidents/resolved",
                    json -> incidents(json, page.incidents().stream().filter(one -> !one.isOpen())));
            add("scheduled-maintenances", json -> maintenances(json, page.maintenances().stream()));
            var incidents = page.incidents().stream().map(this::happening).toList();
            var works = page.maintenances().stream().map(this::happening).toList();
            incidents.forEach(one -> single("/incidents/", one));
            works.forEach(one -> single("/maintenance/", one));
            var begun = works.stream().filter(work -> !work.status().equals("scheduled"));
            all.addAll(new HistoryPages(page, key, files)
                    .files(Stream.concat(incidents.stream(), begun).toList()));
            return all;
        }

        private void add(String name, Consumer<JsonGenerator> members) {
            all.add(SiteFile.text("/api/v2/" + name + ".json", "application/json", Json.object(json -> {
                page(json);
                members.accept(json);
            })));
        }

        private void page(JsonGenerator json) {
            json.writeObjectPropertyStart("page");
            json.writeStringProperty("id", page.page().id().value());
            json.writeStringProperty("name", page.page().name());
            json.writeStringProperty("url", base.toString());
            json.writeStringProperty("time_zone", page.page().zone().getId());
            json.writeStringProperty("updated_at", Json.instant(page.changedAt()));
            json.writeEndObject();
        }

        private void status(JsonGenerator json) {
            var indicator = Indicator.of(page);
            json.writeObjectPropertyStart("status");
            json.writeStringProperty("indicator", indicator.key());
            json.writeStringProperty("description", indicator.describe(page));
            json.writeEndObject();
        }

        private void components(JsonGenerator json) {
            json.writeArrayPropertyStart("components");
            listed.forEach(one -> one.write(json, page));
            json.writeEndArray();
        }

        private void incidents(JsonGenerator json, Stream<PublicIncident> incidents) {
            json.writeArrayPropertyStart("incidents");
            incidents.limit(MOST).map(this::happening).forEach(one -> write(json, one));
            json.writeEndArray();
        }

        private void maintenances(JsonGenerator json, Stream<PublicMaintenance> works) {
            json.writeArrayPropertyStart("scheduled_maintenances");
            works.limit(MOST).map(this::happening).forEach(one -> write(json, one));
            json.writeEndArray();
        }

        private Happening happening(PublicIncident incident) {
            return happenings.of(
                    key + "/incidents/" + incident.id().value(),
                    List.of(incident, base),
                    () -> new Happenings(markdown, base, phrases).of(incident));
        }

        private Happening happening(PublicMaintenance work) {
            return happenings.of(
                    key + "/maintenance/" + work.id().value(),
                    List.of(work, base, phrases.language()),
                    () -> new Happenings(markdown, base, phrases).of(work));
        }

        private void single(String folder, Happening one) {
            var path = folder + one.id() + ".json";
            var object = written(one);
            all.add(files.of(key + path, object, () -> SiteFile.text(path, "application/json", object)));
        }

        private void write(JsonGenerator json, Happening one) {
            json.writeRawValue(written(one));
        }

        private String written(Happening one) {
            return written.of(
                    key + "/" + one.id(),
                    List.of(one, one.touched(listed)),
                    () -> Json.object(json -> one.members(json, page, listed)));
        }
    }
}
