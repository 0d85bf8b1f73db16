package dev.allclear.page;

import dev.allclear.status.State;
import java.util.List;

/// Turns a page that we can no longer vouch for into one that says so: nothing stays operational, everything we last
/// heard stays readable. Made at the data, so that no representation can forget it.
public final class Stale {

    private Stale() {}

    public static PublicPage of(PublicPage page) {
        return new PublicPage(
                page.page(),
                page.revision(),
                page.asOf(),
                false,
                doubted(page.overall()),
                page.groups().stream().map(Stale::doubted).toList(),
                doubted(page.components()),
                page.regions(),
                page.incidents(),
                page.maintenances(),
                page.terms());
    }

    private static PublicGroup doubted(PublicGroup group) {
        return new PublicGroup(
                group.group(),
                doubted(group.state()),
                group.groups().stream().map(Stale::doubted).toList(),
                doubted(group.components()));
    }

    private static List<PublicComponent> doubted(List<PublicComponent> components) {
        return components.stream()
                .map(one -> new PublicComponent(
                        one.component(),
                        doubted(one.state()),
                        one.regions().stream()
                                .map(region -> new PublicComponent.PublicRegion(
                                        region.id(), region.name(), doubted(region.state()), region.days()))
                                .toList(),
                        one.days(),
                        one.changedAt()))
                .toList();
    }

    private static State doubted(State state) {
        return state.worse(State.UNKNOWN);
    }
}
