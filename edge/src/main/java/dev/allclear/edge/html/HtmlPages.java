package dev.allclear.edge.html;

import dev.allclear.edge.Remembered;
import dev.allclear.edge.Renderer;
import dev.allclear.edge.SiteFile;
import dev.allclear.language.Languages;
import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicPage;
import dev.allclear.wording.Markdown;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Renders the whole page: the front, every incident, work and component, the history month by month, in each language.
///
/// What hasn't changed since the last time is not rendered again; the result is the same as if it were.
public final class HtmlPages implements Renderer {

    private static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.allclear.edge.templates");
    private final Markdown markdown;
    private final Remembered<SiteFile> remembered = new Remembered<>();

    public HtmlPages(Markdown markdown) {
        this.markdown = markdown;
        templates.setBinaryStaticContent(false);
    }

    @Override
    public synchronized List<SiteFile> front(PublicPage page, URI base) {
        var look = Look.of(page.page());
        var files = new ArrayList<>(look.files());
        files.addAll(inEachLanguage(page, base, look, Pages::front));
        return files;
    }

    @Override
    public synchronized List<SiteFile> rest(PublicPage page, URI base) {
        return inEachLanguage(page, base, Look.of(page.page()), Pages::rest);
    }

    private List<SiteFile> inEachLanguage(PublicPage page, URI base, Look look, Consumer<Pages> what) {
        var files = new ArrayList<SiteFile>();
        for (var language : Languages.ALL) {
            what.accept(new Pages(page, base, new Voice(page.page(), base, language, markdown), look, files));
        }
        return files;
    }

    /// All pages of one language.
    private final class Pages {
        private final PublicPage page;
        private final URI base;
        private final Voice voice;
        private final Look look;
        private final List<SiteFile> files;

        Pages(PublicPage page, URI base, Voice voice, Look look, List<SiteFile> files) {
            this.page = page;
            this.base = base;
            this.voice = voice;
            this.look = look;
            this.files = files;
        }

        void front() {
            // Never the same twice: it counts the minutes.
            files.add(file("/index.html", "home.jte", Map.of("home", new Home(page, voice))));
        }

        void rest() {
            incidents();
            maintenances();
            components();
            history();
            expectations();
            put("/404.html", List.of(), "missing.jte", Map::of);
        }

        private void incidents() {
            var kin = page.kin();
            for (var incident : page.incidents()) {
                var late = incident.isLate(page.asOf());
                var works = kin.getOrDefault(incident.id(), List.of());
                put(
                        "/incidents/" + incident.id().value() + "/index.html",
                        List.of(incident, late, works),
                        "incident.jte",
                        () -> Map.of("incident", incident, "late", late, "works", works));
            }
        }

        private void maintenances() {
            var byId = page.incidents().stream().collect(Collectors.toMap(PublicIncident::id, one -> one));
            for (var work : page.maintenances()) {
                var incidents = work.kin()
                        .incidents()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .toList();
                put(
                        "/maintenance/" + work.id().value() + "/index.html",
                        List.of(work, work.isLate(page.asOf()), incidents),
                        "maintenance.jte",
                        () -> Map.of("work", work, "incidents", incidents));
            }
        }

        private void components() {
            var lately = Home.lately(page);
            page.allComponents().forEach(component -> component(component, Home.about(lately, component)));
        }

        private void component(PublicComponent component, List<?> incidents) {
            put(
                    "/components/" + component.component().id().value() + "/index.html",
                    List.of(component, incidents),
                    "component.jte",
                    () -> Map.of("detail", new ComponentDetail(page, component, voice)));
        }

        private void expectations() {
            put(
                    "/expect/index.html",
                    page.terms(),
                    "expect.jte",
                    () -> Map.of("expectations", Expectation.all(page.terms(), voice)));
        }

        private void history() {
            var history = new History(page);
            var months = history.months();
            for (var month : months) {
                month(history, months, month, "/history/" + month + "/index.html");
            }
            month(history, months, history.newest(), "/history/index.html");
        }

        private void month(History history, List<YearMonth> months, YearMonth month, String place) {
            var days = history.of(month);
            put(
                    place,
                    List.of(days, months.size(), history.today()),
                    "history.jte",
                    () -> Map.of("month", new MonthDetail(months, month, days, history.today(), page.asOf())));
        }

        /// Renders unless the same came out of the same before; only then are the values made.
        private void put(String place, Object from, String template, Supplier<Map<String, Object>> values) {
            var key = page.page().id().value() + "/" + voice.tag() + place + (page.confirmed() ? "" : " stale");
            // What is stale names the instant of its last confirmation.
            var since = page.confirmed() ? Optional.empty() : Optional.of(page.asOf());
            var all = List.of(from, page.page(), base, look.style(), look.script(), since);
            files.add(remembered.of(key, all, () -> file(place, template, values.get())));
        }

        private SiteFile file(String place, String template, Map<String, Object> values) {
            var parameters = new HashMap<>(values);
            parameters.put("v", voice);
            parameters.put("look", look);
            parameters.put("page", page);
            parameters.put("place", place.replace("index.html", ""));
            var output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            return SiteFile.of("/" + voice.tag() + place, HTML, output.toByteArray());
        }
    }
}
