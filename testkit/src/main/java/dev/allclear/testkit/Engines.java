package dev.allclear.testkit;

import dev.allclear.delivery.Channel;
import dev.allclear.engine.Engine;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Receipts;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Engines for tests: few senders, small portions, one channel.
public final class Engines {

    public static final Manning FEW = new Manning(4, 50, 50, Duration.ofMinutes(5), Duration.ofMinutes(5));

    private Engines() {}

    public static Engine over(Store store, InstantSource clock, Channel channel) {
        return over(store, clock, channel, Receipts.NONE, FEW);
    }

    public static Engine over(Store store, InstantSource clock, Channel channel, Receipts receipts, Manning manning) {
        return over(store, clock, Provider.unlimited("test", channel), receipts, manning);
    }

    public static Engine over(Store store, InstantSource clock, Provider provider, Receipts receipts, Manning manning) {
        var signature = new Signature(new byte[32]);
        var links = new Permalinks(URI.create("https://status.example.com"), signature);
        var node = new Node(
                store,
                clock,
                System::nanoTime,
                Stories.entropy(),
                links,
                new AddressMarks(signature),
                List.of(provider),
                receipts,
                manning);
        return new Engine(store, clock, node, manning.senders());
    }
}
