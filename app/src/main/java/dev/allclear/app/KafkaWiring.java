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

    /// Most send what came over Kafka; some are kept for what one person waits for, and for what is repeated.
    static final Manning OWN = new Manning(5, 500, 80, Duration.ofSeconds(10), Duration.ofMinutes(5));

    private static final Manning OF_KAFKA = new Manning(15, 500, 160, Duration.ofSeconds(10), Duration.ofMinutes(5));

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

    static Engine carrying(Store store, InstantSource clock, Node node) {
        return new Engine(store, clock, node.ofRelay(OF_KAFKA), OF_KAFKA.senders());
    }
}
