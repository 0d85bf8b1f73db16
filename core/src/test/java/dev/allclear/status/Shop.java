package dev.allclear.status;

import static dev.allclear.Moments.DAY;
import static dev.allclear.Moments.at;

import java.util.List;
import java.util.Optional;

/// A small shop: checkout in two regions and search in one place, inside groups two deep.
public final class Shop {

    private Shop() {}

    public static final RegionId EUROPE = new RegionId("eu");
    public static final RegionId AMERICA = new RegionId("us");
    public static final GroupId STORE = new GroupId("store");
    public static final GroupId PAYING = new GroupId("paying");
    public static final ComponentId CHECKOUT = new ComponentId("checkout");
    public static final ComponentId SEARCH = new ComponentId("search");

    public static final Catalogue CATALOGUE = new Catalogue(
            List.of(group(STORE, Optional.empty(), 0), group(PAYING, Optional.of(STORE), 0)),
            List.of(
                    component(CHECKOUT, Optional.of(PAYING), List.of(EUROPE, AMERICA)),
                    component(SEARCH, Optional.of(STORE), List.of())),
            List.of(new Region(EUROPE, "Europe", 0), new Region(AMERICA, "America", 1)));

    public static Group group(GroupId id, Optional<GroupId> parent, int position) {
        return new Group(id, parent, "Group " + id.value(), "", position, at("00:00"), at("00:00"));
    }

    public static Component component(ComponentId id, Optional<GroupId> group, List<RegionId> regions) {
        return new Component(
                id,
                group,
                "Component " + id.value(),
                "",
                0,
                regions,
                DAY.minusDays(10),
                true,
                false,
                at("00:00"),
                at("00:00"));
    }
}
