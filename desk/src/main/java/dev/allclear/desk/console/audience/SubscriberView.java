package dev.allclear.desk.console.audience;

import dev.allclear.audience.Pause;
import dev.allclear.audience.Subscriber;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.catalogue.Node;
import dev.allclear.desk.console.settings.ZoneOptions;
import dev.allclear.desk.web.Form;
import dev.allclear.status.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One subscriber, or the form for a new one.
///
/// @param known empty for a new one
/// @param untilWrong whether the day to which they were to be paused makes no sense
public record SubscriberView(
        Frame frame,
        Optional<Known> known,
        Form form,
        List<Node> tree,
        List<Region> regions,
        List<ZoneOptions.Part> zones,
        List<Option> languages,
        boolean untilWrong) {

    public record Known(Subscriber subscriber, Standings standing) {
        public String path() {
            return "/desk/subscribers/" + subscriber.id().value();
        }

        public boolean isPaused() {
            return standing.key().equals("paused");
        }

        public Optional<Instant> pausedUntil() {
            return subscriber.pause().flatMap(Pause::until);
        }
    }

    public List<Node> groups() {
        return tree.stream().filter(Node.OfGroup.class::isInstance).toList();
    }

    /// The components that stand in no group.
    public List<Node> loose() {
        return tree.stream().filter(Node.OfComponent.class::isInstance).toList();
    }

    public List<Option> choices() {
        return List.of(Option.of("everything", "Everything"), Option.of("some", "Only these"));
    }

    public List<Option> proofs() {
        return List.of(
                new Option("ask", "Ask them", "a mail with a link to confirm"),
                new Option("agreed", "They agreed already", "recorded under your name"));
    }
}
