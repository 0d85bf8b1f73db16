package dev.allclear.kafka;

import dev.allclear.delivery.Channel;
import dev.allclear.engine.Engine;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Receipts;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.testkit.Stories;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// A node with Kafka, as the program puts it together: one engine for the database's work, one for Kafka's.
final class CarryingNode implements AutoCloseable {

    /// Few at once, so that a test sees who was under way.
    static final Manning FEW = new Manning(4, 50, 50, Duration.ofSeconds(10), Duration.ofMinutes(5));

    private final KafkaRelay relay;
    private final Engine own;
    private final Engine carrying;

    private CarryingNode(KafkaRelay relay, Engine own, Engine carrying) {
        this.relay = relay;
        this.own = own;
        this.carrying = carrying;
    }

    static CarryingNode start(KafkaSettings settings, Store store, InstantSource clock, Channel channel) {
        var relay = new KafkaRelay(settings, store, System::nanoTime);
        var signature = new Signature(new byte[32]);
        var node = new Node(
                store,
                clock,
                System::nanoTime,
                Stories.entropy(),
                new Permalinks(URI.create("https://status.example.com"), signature),
                new AddressMarks(signature),
                List.of(Provider.unlimited("test", channel)),
                Receipts.NONE,
                relay,
                FEW);
        var own = new Engine(store, clock, node, 2);
        var carrying = new Engine(store, clock, node.ofRelay(FEW), FEW.senders());
        try {
            relay.start(Duration.ofSeconds(20));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        own.start();
        carrying.start();
        return new CarryingNode(relay, own, carrying);
    }

    KafkaRelay relay() {
        return relay;
    }

    @Override
    public void close() {
        own.close();
        carrying.close();
        relay.close();
    }
}
