package dev.allclear.app.demo;

import dev.allclear.Entropy;
import dev.allclear.app.demo.Script.Company;
import dev.allclear.app.demo.Script.Part;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the story's short names stand for.
final class Cast {

    private final Company company;
    private final ZoneId zone;
    private final Map<String, RegionId> regions = new LinkedHashMap<>();
    private final Map<String, GroupId> groups = new LinkedHashMap<>();
    private final Map<String, ComponentId> components = new LinkedHashMap<>();

    Cast(Company company, Entropy entropy) {
        this.company = company;
        this.zone = ZoneId.of(company.page().zone());
        company.regions().forEach(one -> regions.put(one.key(), new RegionId(entropy.id())));
        company.groups().forEach(one -> groups.put(one.key(), new GroupId(entropy.id())));
        company.components().forEach(one -> components.put(one.key(), new ComponentId(entropy.id())));
    }

    RegionId region(String key) {
        return Objects.requireNonNull(regions.get(key), key);
    }

    GroupId group(String key) {
        return Objects.requireNonNull(groups.get(key), key);
    }

    ComponentId component(String key) {
        return Objects.requireNonNull(components.get(key), key);
    }

    /// `cards@eu`, or `dashboard` for a component as a whole.
    Area area(String key) {
        var parts = key.split("@", -1);
        return parts.length == 1 ? Area.whole(component(key)) : Area.in(component(parts[0]), region(parts[1]));
    }

    Map<Area, State> areas(Map<String, String> states) {
        var areas = new LinkedHashMap<Area, State>();
        states.forEach((key, state) -> areas.put(area(key), State.valueOf(state.toUpperCase(Locale.ROOT))));
        return areas;
    }

    /// The catalogue of the first day, before anything was added or retired.
    Catalogue opening(Instant at) {
        var allRegions = company.regions().stream()
                .map(one -> new Region(
                        region(one.key()), one.name(), company.regions().indexOf(one)))
                .toList();
        var allGroups = company.groups().stream()
                .map(one -> new Group(
                        group(one.key()),
                        Optional.ofNullable(one.parent()).map(this::group),
                        one.name(),
                        Script.orEmpty(one.description()),
                        company.groups().indexOf(one),
                        at,
                        at))
                .toList();
        var first = new ArrayList<Component>();
        for (var part : company.components()) {
            if (part.since() == null) {
                first.add(made(part, at));
            }
        }
        return new Catalogue(allGroups, first, allRegions);
    }

    Catalogue with(Catalogue before, Part part, Instant at) {
        var all = new ArrayList<>(before.components());
        all.add(made(part, at));
        return new Catalogue(before.groups(), all, before.regions());
    }

    Catalogue without(Catalogue before, Part part, Instant at) {
        var all = before.components().stream()
                .map(one -> one.id().equals(component(part.key())) ? retired(one, at) : one)
                .toList();
        return new Catalogue(before.groups(), all, before.regions());
    }

    private Component made(Part part, Instant at) {
        return new Component(
                component(part.key()),
                Optional.of(group(part.group())),
                part.name(),
                Script.orEmpty(part.description()),
                company.components().indexOf(part),
                Script.orNone(part.regions()).stream().map(this::region).toList(),
                LocalDate.ofInstant(at, zone),
                true,
                false,
                at,
                at);
    }

    private static Component retired(Component one, Instant at) {
        return new Component(
                one.id(),
                one.group(),
                one.name(),
                one.description(),
                one.position(),
                one.regions(),
                one.startDate(),
                one.showUptime(),
                true,
                one.createdAt(),
                at);
    }

    /// Parts that came or went later.
    List<Part> movers() {
        return company.components().stream()
                .filter(part -> part.since() != null || part.retired() != null)
                .toList();
    }
}
