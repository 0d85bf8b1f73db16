package dev.allclear.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/// The two topics, made when they are missing: as many partitions each, so that letters and what became of them lie in
/// partitions of the same number.
final class Topics {

    /// So long Kafka keeps what is done. Nothing is needed once it is written down.
    private static final String THREE_DAYS = Long.toString(3L * 24 * 60 * 60 * 1_000);

    private final KafkaSettings settings;

    Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    /// @return how many partitions each of them has
    /// @throws ExecutionException when Kafka can't be reached, or forbids it
    int ensure(Admin admin) throws ExecutionException, InterruptedException {
        var names = List.of(settings.letters(), settings.outcomes());
        var there = admin.listTopics().names().get();
        var missing = names.stream().filter(name -> !there.contains(name)).collect(Collectors.toSet());
        create(admin, missing);
        var described = admin.describeTopics(names).allTopicNames().get();
        var counts = described.values().stream()
                .map(TopicDescription::partitions)
                .map(List::size)
                .distinct()
                .toList();
        if (counts.size() > 1) {
            throw new IllegalStateException("The topics " + String.join(" and ", names)
                    + " must have the same number of partitions: give the smaller one more");
        }
        return counts.getFirst();
    }

    private void create(Admin admin, Set<String> names) throws ExecutionException, InterruptedException {
        var topics = names.stream()
                .map(name -> new NewTopic(name, Optional.of(settings.partitions()), Optional.empty())
                        .configs(Map.of("cleanup.policy", "delete", "retention.ms", THREE_DAYS)))
                .toList();
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException broken) {
            // Another node was faster.
            if (!(broken.getCause() instanceof TopicExistsException)) {
                throw broken;
            }
        }
    }
}
