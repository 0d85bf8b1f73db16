package dev.allclear.desk.console.audience;

import dev.allclear.audience.Choice;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.Region;
import java.util.List;
import java.util.stream.Stream;

/// Says in words what somebody hears of: `Payments, Checkout; in Europe; incidents`.
record ChoiceWords(Catalogue catalogue) {

    String of(Choice choice) {
        return Stream.of(List.of(parts(choice)), places(choice), List.of(kinds(choice)))
                .flatMap(List::stream)
                .reduce((before, next) -> before + "; " + next)
                .orElse("");
    }

    private String parts(Choice choice) {
        var groups = catalogue.groups().stream()
                .filter(one -> choice.groups().contains(one.id()))
                .map(Group::name);
        var components = catalogue.components().stream()
                .filter(one -> choice.components().contains(one.id()))
                .map(Component::name);
        var names = Stream.concat(groups, components).toList();
        if (!names.isEmpty()) {
            return String.join(", ", names);
        }
        return choice.components().isEmpty() && choice.groups().isEmpty() ? "Everything" : "Only what is gone by now";
    }

    private List<String> places(Choice choice) {
        if (choice.regions().isEmpty()) {
            return List.of();
        }
        var names = catalogue.regions().stream()
                .filter(one -> choice.regions().contains(one.id()))
                .map(Region::name)
                .toList();
        return List.of("in " + (names.isEmpty() ? "a region that is gone" : String.join(", ", names)));
    }

    private static String kinds(Choice choice) {
        if (choice.kinds().size() == Choice.Kind.values().length) {
            return "incidents and maintenance";
        }
        return choice.kinds().contains(Choice.Kind.INCIDENTS) ? "incidents" : "maintenance";
    }
}
