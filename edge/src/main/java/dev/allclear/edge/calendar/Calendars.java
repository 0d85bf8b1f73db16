package dev.allclear.edge.calendar;

import dev.allclear.calendar.CalendarFile;
import dev.allclear.calendar.Events;
import dev.allclear.edge.Remembered;
import dev.allclear.edge.Renderer;
import dev.allclear.edge.SiteFile;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.maintenance.Maintenance.Phase;
import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicGroup;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicPage;
import dev.allclear.status.ComponentId;
import dev.allclear.wording.Markdown;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `calendar.ics` of the page, of each group and of each component, and one file per work, in each language.
public final class Calendars implements Renderer {

    /// For how long what is over, or was cancelled, stays: calendars that ask once a month must hear of it.
    private static final Duration KEPT = Duration.ofDays(90);

    private final Markdown markdown;
    private final Remembered<SiteFile> remembered = new Remembered<>();

    public Calendars(Markdown markdown) {
        this.markdown = markdown;
    }

    @Override
    public List<SiteFile> rest(PublicPage page, URI base) {
        var works = page.maintenances().stream()
                .filter(work -> isShown(work, page.asOf()))
                .toList();
        return Languages.ALL.stream()
                .flatMap(language -> new Pages(page, base, language, works).all())
                .toList();
    }

    private static boolean isShown(PublicMaintenance work, Instant now) {
        return switch (work.phase()) {
            case Phase.Scheduled _, Phase.Running _ -> true;
            case Phase.Completed(var _, var at) -> at.plus(KEPT).isAfter(now);
            case Phase.Cancelled(var at) -> at.plus(KEPT).isAfter(now);
        };
    }

    /// All calendars of one language.
    private final class Pages {
        private final PublicPage page;
        private final URI base;
        private final Language language;
        private final List<PublicMaintenance> works;
        private final Phrases phrases;
        private final Events events;

        Pages(PublicPage page, URI base, Language language, List<PublicMaintenance> works) {
            this.page = page;
            this.base = base;
            this.language = language;
            this.works = works;
            this.phrases = Languages.phrases(language);
            this.events = new Events(page.page(), base, language, page.page().zone(), markdown::text);
        }

        Stream<SiteFile> all() {
            var company = page.page().name();
            return Stream.of(
                            Stream.of(feed("/calendar.ics", phrases.get("calendar.name", "name", company), works)),
                            page.groups().stream()
                                    .flatMap(Pages::withGroupsInside)
                                    .map(this::ofGroup),
                            page.allComponents().map(this::ofComponent),
                            works.stream().map(this::ofWork))
                    .flatMap(Function.identity());
        }

        private static Stream<PublicGroup> withGroupsInside(PublicGroup group) {
            return Stream.concat(Stream.of(group), group.groups().stream().flatMap(Pages::withGroupsInside));
        }

        private SiteFile ofGroup(PublicGroup group) {
            var inside = group.all().map(one -> one.component().id()).collect(Collectors.toSet());
            return feed(
                    "/groups/" + group.group().id().value() + "/calendar.ics",
                    nameOf(group.group().name()),
                    touching(inside));
        }

        private SiteFile ofComponent(PublicComponent one) {
            var component = one.component();
            return feed(
                    "/components/" + component.id().value() + "/calendar.ics",
                    nameOf(component.name()),
                    touching(Set.of(component.id())));
        }

        private String nameOf(String what) {
            return phrases.get("calendar.name-of", "name", page.page().name(), "what", what);
        }

        private List<PublicMaintenance> touching(Set<ComponentId> components) {
            return works.stream()
                    .filter(work -> work.affected().stream().anyMatch(area -> components.contains(area.component())))
                    .toList();
        }

        private SiteFile feed(String place, String name, List<PublicMaintenance> shown) {
            var path = "/" + language.tag() + place;
            return file(
                    path,
                    List.of(name, shown),
                    () -> CalendarFile.feed(
                            name,
                            URI.create(base + path),
                            shown.stream().map(events::of).toList()));
        }

        private SiteFile ofWork(PublicMaintenance work) {
            var path = "/" + language.tag() + "/maintenance/" + work.id().value() + ".ics";
            return file(path, work, () -> CalendarFile.of(List.of(events.of(work))));
        }

        private SiteFile file(String path, Object from, Supplier<CalendarFile> making) {
            var own = page.page();
            return remembered.of(
                    own.id().value() + path,
                    List.of(from, base, own.name(), own.zone()),
                    () -> SiteFile.text(
                            path, CalendarFile.CONTENT_TYPE, making.get().text()));
        }
    }
}
