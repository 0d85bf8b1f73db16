package dev.allclear.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Which Kafka, and how.
///
/// @param servers host and port of some of its brokers, with commas between
/// @param prefix of the names of the topics and of the group
/// @param partitions of each topic, where it has to be made
/// @param more properties of Kafka's clients, such as those about encryption and passwords
/// @param session so long after the last sign of life of a node, others take over what it has in hand
public record KafkaSettings(String servers, String prefix, int partitions, Map<String, String> more, Duration session) {

    private static final Duration SESSION = Duration.ofSeconds(10);

    public KafkaSettings {
        more = Map.copyOf(more);
    }

    public KafkaSettings(String servers, String prefix, int partitions, Map<String, String> more) {
        this(servers, prefix, partitions, more, SESSION);
    }

    String letters() {
        return prefix + ".letters";
    }

    String outcomes() {
        return prefix + ".outcomes";
    }

    String group() {
        return prefix + ".carriers";
    }

    Map<String, Object> client(Map<String, Object> ours) {
        var all = new HashMap<String, Object>(more);
        all.put("bootstrap.servers", servers);
        all.put("enable.metrics.push", false);
        all.put("reconnect.backoff.max.ms", 1_000);
        all.putAll(ours);
        return all;
    }
}
