package dev.allclear.desk.console.catalogue;

import dev.allclear.desk.console.Option;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The groups to choose from, each with its way from the top: `Payments › Wallets`.
final class GroupOptions {

    private static final String TOP = "None: at the top";

    private GroupOptions() {}

    static List<Option> all(Catalogue catalogue) {
        return of(catalogue, _ -> true);
    }

    /// Where a group can stand: not in itself, and not in what it holds.
    static List<Option> outside(Catalogue catalogue, GroupId group) {
        return of(catalogue, one -> !one.id().equals(group));
    }

    private static List<Option> of(Catalogue catalogue, Predicate<Group> allowed) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", TOP));
        collect(catalogue, Optional.empty(), "", allowed, options);
        return List.copyOf(options);
    }

    private static void collect(
            Catalogue catalogue,
            Optional<GroupId> parent,
            String path,
            Predicate<Group> allowed,
            List<Option> options) {
        catalogue.groupsIn(parent).stream().filter(allowed).forEach(group -> {
            options.add(Option.of(group.id().value(), path + group.name()));
            collect(catalogue, Optional.of(group.id()), path + group.name() + " › ", allowed, options);
        });
    }
}
