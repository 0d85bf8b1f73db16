package dev.allclear.edge.html;

import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicGroup;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Visibility;
import dev.allclear.status.Days;
import dev.allclear.status.State;
import dev.allclear.status.Uptime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Everything that the page's front shows, in one language.
public final class Home {

    private static final int RECENT_DAYS = 7;

    private final PublicPage page;
    private final Voice voice;
    private final Summary summary;
    private final History history;
    private final List<PublicIncident> lately;

    Home(PublicPage page, Voice voice) {
        this.page = page;
        this.voice = voice;
        this.summary = Summary.of(page, voice);
        this.history = new History(page);
        this.lately = lately(page);
    }

    /// Those that the bars may speak of.
    static List<PublicIncident> lately(PublicPage page) {
        var since = page.asOf().minus(Duration.ofDays(Visibility.DAYS + 1));
        return page.incidents().stream()
                .filter(incident -> incident.endedAt().map(since::isBefore).orElse(true))
                .toList();
    }

    public PublicPage page() {
        return page;
    }

    public Summary summary() {
        return summary;
    }

    public String title() {
        return summary.title(page, voice);
    }

    public LocalDate today() {
        return history.today();
    }

    public List<PublicIncident> lately() {
        return lately;
    }

    public List<History.Days> recent() {
        return history.last(RECENT_DAYS);
    }

    public boolean isLate(PublicIncident incident) {
        return incident.isLate(page.asOf());
    }

    public Bars bars(PublicComponent component) {
        return Bars.of(component.days(), about(lately, component), voice);
    }

    static List<PublicIncident> about(List<PublicIncident> incidents, PublicComponent component) {
        var id = component.component().id();
        return incidents.stream()
                .filter(incident -> incident.affected().stream()
                                .anyMatch(area -> area.component().equals(id))
                        || incident.updates().stream()
                                .flatMap(update -> update.turned().stream())
                                .anyMatch(turn -> turn.after().component().equals(id)))
                .toList();
    }

    /// The bars of a whole group: each day as its worst component had it.
    public Bars bars(PublicGroup group) {
        var days = new ArrayList<Days.Day>();
        var components = group.all().toList();
        for (var index = 0; index < Visibility.DAYS; index++) {
            var at = index;
            var ofAll = components.stream()
                    .map(component -> component.days().days().get(at))
                    .toList();
            var known = ofAll.stream().filter(day -> !day.felt().isEmpty()).toList();
            var worst =
                    State.worst(known.stream().map(day -> day.felt().worst()).toList());
            var felt = known.isEmpty() ? Uptime.NONE : new Uptime(Map.of(worst, Duration.ofDays(1)));
            days.add(new Days.Day(ofAll.getFirst().date(), felt, felt));
        }
        return Bars.of(new Days(days, Uptime.NONE), List.of(), voice);
    }

    /// What needs to be seen first, then the order that the desk gave.
    public List<PublicComponent> sorted(List<PublicComponent> components) {
        return components.stream()
                .sorted(Comparator.comparing(PublicComponent::state).reversed())
                .toList();
    }

    /// The same for groups.
    public List<PublicGroup> sortedGroups(List<PublicGroup> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(PublicGroup::state).reversed())
                .toList();
    }

    /// Open on arrival when something inside needs to be seen.
    public boolean isOpen(PublicGroup group) {
        return group.state() != State.OPERATIONAL && page.confirmed();
    }

    /// How many components inside are not operational.
    public long troubled(PublicGroup group) {
        return group.all()
                .filter(component -> component.state() != State.OPERATIONAL)
                .count();
    }
}
