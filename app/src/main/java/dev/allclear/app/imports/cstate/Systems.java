package dev.allclear.app.imports.cstate;

import dev.allclear.PageId;
import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import dev.allclear.app.imports.cstate.SiteConfig.OldSystem;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds the component for each name of the old page, or makes one.
///
/// A new component has an id made from its name, so that one renamed at the desk is found again by the next import.
final class Systems {

    private static final int LONGEST_NAME = 120;

    private final PageId page;
    private final Catalogue known;
    private final SiteConfig config;
    private final ZoneId zone;
    private final Instant now;
    private final Map<ComponentId, Component> byId = new LinkedHashMap<>();
    private final Map<String, ComponentId> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Component> listed = new ArrayList<>();
    private final List<Component> retired = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    Systems(PageId page, Catalogue known, SiteConfig config, ZoneId zone, Instant now) {
        this.page = page;
        this.known = known;
        this.config = config;
        this.zone = zone;
        this.now = now;
        known.components().forEach(this::remember);
    }

    /// Makes what is missing: all that the configuration lists, and whatever else the new issues name.
    ///
    /// @param all every issue, because a component's record begins with the first one that names it
    void complete(List<OldIssue> all, Collection<OldIssue> fresh) {
        var firstDays = firstDays(all);
        for (var category : config.categories()) {
            var id = new GroupId(Hash.id("cstate", page.value(), "category", category.name()));
            if (category.titled() && known.group(id).isEmpty()) {
                groups.add(new Group(
                        id,
                        Optional.empty(),
                        cut(category.name()),
                        category.description(),
                        known.groups().size() + groups.size(),
                        now,
                        now));
            }
        }
        for (var system : config.systems()) {
            if (find(system.name()).isEmpty()) {
                listed.add(made(system.name(), system.description(), group(system), firstDays, false));
            }
        }
        for (var issue : fresh) {
            for (var named : issue.affected()) {
                if (find(named.name()).isEmpty()) {
                    retired.add(made(named.name(), "", Optional.empty(), firstDays, true));
                }
            }
        }
    }

    private Map<String, LocalDate> firstDays(List<OldIssue> all) {
        var days = new TreeMap<String, LocalDate>(String.CASE_INSENSITIVE_ORDER);
        all.forEach(issue -> issue.affected()
                .forEach(named -> days.merge(
                        named.name(), LocalDate.ofInstant(issue.start(), zone), (a, b) -> a.isBefore(b) ? a : b)));
        return days;
    }

    private Optional<GroupId> group(OldSystem system) {
        return system.category()
                .filter(category -> category.titled())
                .map(category -> new GroupId(Hash.id("cstate", page.value(), "category", category.name())));
    }

    /// Before the first issue that names it, nobody wrote down how it was; without one, before today.
    private Component made(
            String name,
            String description,
            Optional<GroupId> group,
            Map<String, LocalDate> firstDays,
            boolean isRetired) {
        var position = known.components().size() + listed.size() + retired.size();
        var firstDay = firstDays.getOrDefault(name, LocalDate.ofInstant(now, zone));
        var component = new Component(
                idOf(name), group, cut(name), description, position, List.of(), firstDay, true, isRetired, now, now);
        remember(component);
        return component;
    }

    private void remember(Component component) {
        byId.put(component.id(), component);
        byName.putIfAbsent(component.name(), component.id());
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2)) + "…";
    }

    private ComponentId idOf(String name) {
        return new ComponentId(Hash.id("cstate", page.value(), "system", name));
    }

    private Optional<ComponentId> find(String name) {
        var own = idOf(name);
        return byId.containsKey(own) ? Optional.of(own) : Optional.ofNullable(byName.get(cut(name)));
    }

    /// The areas of an issue whose systems are all there by now.
    Map<Area, State> areas(OldIssue issue) {
        return issue.affected().stream()
                .collect(Collectors.toMap(
                        named -> area(named.name()), _ -> issue.state(), State::worse, LinkedHashMap::new));
    }

    private Area area(String name) {
        return Area.whole(find(name).orElseGet(() -> idOf(name)));
    }

    Catalogue catalogue() {
        var allGroups = new ArrayList<>(known.groups());
        allGroups.addAll(groups);
        var allComponents = new ArrayList<>(known.components());
        allComponents.addAll(listed);
        allComponents.addAll(retired);
        return new Catalogue(allGroups, allComponents, known.regions());
    }

    boolean isComplete() {
        return groups.isEmpty() && listed.isEmpty() && retired.isEmpty();
    }

    List<String> listed() {
        return listed.stream().map(Component::name).toList();
    }

    List<String> retired() {
        return retired.stream().map(Component::name).toList();
    }

    /// Says of each name that the configuration doesn't list where it comes up first.
    void report(List<OldIssue> all, Findings findings) {
        var names = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        all.forEach(issue -> issue.affected().forEach(named -> names.merge(named.name(), 1, Integer::sum)));
        var configured = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        config.systems().forEach(system -> configured.put(system.name(), Integer.MAX_VALUE));
        names.putAll(configured);
        var said = new ArrayList<String>();
        for (var issue : all) {
            for (var named : issue.affected()) {
                if (!configured.containsKey(named.name()) && said.stream().noneMatch(named.name()::equalsIgnoreCase)) {
                    said.add(named.name());
                    findings.add(Kind.SYSTEM_UNKNOWN, issue.file(), named.line(), sentence(named.name(), names));
                }
            }
        }
    }

    private static String sentence(String name, Map<String, Integer> names) {
        var count = names.getOrDefault(name, 1);
        return "`" + name + "` is no system of the configuration; history names it (" + count
                + (count == 1 ? " issue)" : " issues)")
                + Likeness.nearest(name, count, names)
                        .map(other -> "; meant is perhaps `" + other + "`")
                        .orElse("");
    }
}
