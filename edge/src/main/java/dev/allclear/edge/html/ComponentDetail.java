package dev.allclear.edge.html;

import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicGroup;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicPage;
import dev.allclear.status.State;
import dev.allclear.status.Uptime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// One component by itself: its bars, its figures, its regions, what happened to it.
public final class ComponentDetail {

    private static final List<Integer> STRETCHES = List.of(7, 30, 90);

    private final PublicPage page;
    private final PublicComponent component;
    private final Voice voice;
    private final List<PublicIncident> incidents;

    ComponentDetail(PublicPage page, PublicComponent component, Voice voice) {
        this.page = page;
        this.component = component;
        this.voice = voice;
        this.incidents = Home.about(Home.lately(page), component);
    }

    public PublicPage page() {
        return page;
    }

    public PublicComponent component() {
        return component;
    }

    public List<PublicIncident> incidents() {
        return incidents;
    }

    public LocalDate today() {
        return component.days().days().getLast().date();
    }

    /// The days on which something happened to it.
    public List<History.Days> days() {
        return new History(page, incidents).eventful();
    }

    public Bars bars() {
        return Bars.of(component.days(), incidents, voice);
    }

    public Bars bars(PublicComponent.PublicRegion region) {
        var here = incidents.stream()
                .filter(incident -> incident.affected().stream()
                        .anyMatch(area -> area.component()
                                        .equals(component.component().id())
                                && area.region().map(region.name()::equals).orElse(true)))
                .toList();
        return Bars.of(region.days(), here, voice);
    }

    /// @param days over how many days
    public record Figure(int days, String uptime) {}

    public List<Figure> figures() {
        var days = component.days().days();
        var figures = new ArrayList<Figure>();
        for (var stretch : STRETCHES) {
            var time = new HashMap<State, Duration>();
            days.subList(days.size() - stretch, days.size())
                    .forEach(day ->
                            day.uptime().time().forEach((state, length) -> time.merge(state, length, Duration::plus)));
            figures.add(new Figure(stretch, Bars.percent(new Uptime(time).percent(), voice)));
        }
        return figures;
    }

    /// The group in which it stands.
    public Optional<PublicGroup> group() {
        return page.groups().stream().flatMap(group -> holding(group).stream()).findFirst();
    }

    private Optional<PublicGroup> holding(PublicGroup group) {
        if (group.components().contains(component)) {
            return Optional.of(group);
        }
        return group.groups().stream().flatMap(inner -> holding(inner).stream()).findFirst();
    }
}
