package dev.allclear.proof;

import dev.allclear.coach.Context;
import dev.allclear.coach.Lexicon;
import dev.allclear.page.Page;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Cause;
import dev.allclear.status.Component;
import dev.allclear.status.Region;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import dev.allclear.transaction.Tx;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the coach knows of a company: what it calls its things, what it keeps to itself, and what works just now.
public final class Houses {

    private Houses() {}

    /// As far as it does not depend on what is said.
    public static Context.House of(Tx tx, Page page) {
        return with(tx, page, lexicon(tx, page));
    }

    /// With these own words instead of those that are kept.
    public static Context.House with(Tx tx, Page page, Lexicon lexicon) {
        return house(page, tx.catalogues().of(page.id()).value(), lexicon, _ -> Optional.empty());
    }

    /// With the state of each component as it will be once this is out.
    static Context.House after(Tx tx, Page page, Copy copy, Instant now) {
        var catalogue = tx.catalogues().of(page.id()).value();
        var board = Board.at(catalogue, changes(tx, page, copy, now), now);
        return house(page, catalogue, lexicon(tx, page), component -> state(board.of(component), component, copy));
    }

    private static Lexicon lexicon(Tx tx, Page page) {
        return tx.lexicons().of(page.id()).value();
    }

    private static Context.House house(
            Page page, Catalogue catalogue, Lexicon lexicon, Function<Component, Optional<Context.State>> state) {
        var unknown = Context.House.UNKNOWN;
        return new Context.House(
                Optional.of(page.name()),
                catalogue
                        .active()
                        .map(component ->
                                new Context.Component(component.name(), Optional.empty(), state.apply(component)))
                        .toList(),
                ours(catalogue, lexicon),
                lexicon.glossary(),
                lexicon.forbidden(),
                lexicon.patterns(),
                unknown.internalValues(),
                unknown.staff(),
                unknown.statusUrl(),
                support(page, lexicon),
                Optional.of(page.zone()));
    }

    /// Regions are the page's own names as well, and nobody else's.
    private static List<String> ours(Catalogue catalogue, Lexicon lexicon) {
        return Stream.concat(
                        lexicon.products().stream(),
                        catalogue.regions().stream().map(Region::name))
                .toList();
    }

    private static Optional<String> support(Page page, Lexicon lexicon) {
        var link = page.support().map(URI::getSchemeSpecificPart).orElse("");
        return Optional.of((lexicon.support() + " " + link).strip()).filter(it -> !it.isEmpty());
    }

    /// What this incident said before no longer counts.
    private static List<StateChange> changes(Tx tx, Page page, Copy copy, Instant now) {
        var own = Cause.incident(copy.incident().map(id -> id.value()).orElse("new"));
        var others = tx.states().since(page.id(), now).stream()
                .filter(change -> !change.cause().equals(own));
        var next =
                copy.areas().entrySet().stream().map(area -> new StateChange(area.getKey(), own, area.getValue(), now));
        return Stream.concat(others, next).toList();
    }

    private static Optional<Context.State> state(State state, Component component, Copy copy) {
        return known(state)
                .map(known -> isElsewhere(component, copy) && known.compareTo(Context.State.DEGRADED) > 0
                        ? Context.State.DEGRADED
                        : known);
    }

    /// An outage of something else does not contradict the all-clear of this one.
    private static boolean isElsewhere(Component component, Copy copy) {
        return copy.phase().over()
                && copy.affected().stream().noneMatch(area -> area.component().equals(component.id()));
    }

    private static Optional<Context.State> known(State state) {
        return switch (state) {
            case OPERATIONAL -> Optional.of(Context.State.OPERATIONAL);
            case UNDER_MAINTENANCE -> Optional.of(Context.State.MAINTENANCE);
            case DEGRADED_PERFORMANCE -> Optional.of(Context.State.DEGRADED);
            case PARTIAL_OUTAGE -> Optional.of(Context.State.PARTIAL);
            case MAJOR_OUTAGE -> Optional.of(Context.State.DOWN);
            case UNKNOWN -> Optional.empty();
        };
    }
}
