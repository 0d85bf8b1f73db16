package dev.allclear.desk.api;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.desk.web.Ask;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.Region;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The catalogue as the API's resources look at it and change it. One version stands for all of it: whoever changes
/// a part has looked at the whole.
final class Catalogues {

    private final Store store;
    private final CatalogueDesk desk;
    private final InstantSource clock;

    Catalogues(Store store, CatalogueDesk desk, InstantSource clock) {
        this.store = store;
        this.desk = desk;
        this.clock = clock;
    }

    CatalogueDesk desk() {
        return desk;
    }

    /// The catalogue with the state of everything in it.
    record Look(Catalogue catalogue, long version, Board board) {}

    Look look(PageId page) {
        return store.reading(tx -> look(tx, page));
    }

    private Look look(Tx tx, PageId page) {
        var stored = tx.catalogues().of(page);
        var now = clock.instant();
        return new Look(
                stored.value(),
                stored.version(),
                Board.at(stored.value(), tx.states().since(page, now), now));
    }

    /// @param action and `subject`, `detail`: for the journal
    Look change(Ask ask, String action, String subject, String detail, UnaryOperator<Catalogue> step) {
        var page = ask.page().id();
        return store.inTransaction(tx -> {
            Stored<Catalogue> _ =
                    desk.change(page, Tags.seen(ask, "list of components"), action, subject, detail, ask.actor(), step);
            return look(tx, page);
        });
    }

    static Catalogue withComponents(Catalogue catalogue, List<Component> components) {
        return new Catalogue(catalogue.groups(), components, catalogue.regions());
    }

    static Catalogue withGroups(Catalogue catalogue, List<Group> groups) {
        return new Catalogue(groups, catalogue.components(), catalogue.regions());
    }

    static Catalogue withRegions(Catalogue catalogue, List<Region> regions) {
        return new Catalogue(catalogue.groups(), catalogue.components(), regions);
    }

    static <T> List<T> with(List<T> all, T added) {
        var more = new ArrayList<>(all);
        more.add(added);
        return more;
    }

    static <T> List<T> replaced(List<T> all, Predicate<T> which, UnaryOperator<T> step) {
        return all.stream().map(one -> which.test(one) ? step.apply(one) : one).toList();
    }

    /// The position after all of these.
    static <T> int last(List<T> neighbours, Function<T, Integer> position) {
        return neighbours.stream()
                .map(position)
                .max(Integer::compare)
                .map(most -> most + 1)
                .orElse(0);
    }
}
