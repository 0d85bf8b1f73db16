package dev.allclear.app;

import dev.allclear.app.settings.Carriage;
import dev.allclear.engine.Engine;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Relay;
import dev.allclear.kafka.KafkaRelay;
import dev.allclear.kafka.KafkaSettings;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What there is of Kafka. Nothing else touches it, so that nothing of it is loaded where it is not set.
final class KafkaWiring {

    /// So long a start waits for Kafka; without it, the node sends by itself.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private KafkaWiring() {}

    static Relay open(Carriage kafka, Store store, Consumer<AutoCloseable> opened) {
        var settings = new KafkaSettings(kafka.servers(), kafka.prefix(), kafka.partitions(), kafka.more());
        var relay = new KafkaRelay(settings, store, System::nanoTime);
        opened.accept(relay);
        try {
            relay.start(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return relay;
    }

    /// Most senders send what came over Kafka; some are kept for what one person waits for, and for what is repeated.
    static Manning own(int senders) {
        return new Manning(few(senders), 500, 80, Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    private static int few(int senders) {
        return Math.max(1, senders / 4);
    }

    static Engine carrying(Store store, InstantSource clock, Node node, int senders) {
        var others = Math.max(1, senders - few(senders));
        var manning =
                new Manning(others, 500, Math.max(160, 2 * others), Duration.ofSeconds(10), Duration.ofMinutes(5));
        return new Engine(store, clock, node.ofRelay(manning), others);
    }
}
