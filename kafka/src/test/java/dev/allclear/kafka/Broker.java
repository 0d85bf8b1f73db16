package dev.allclear.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real broker in this process. It answers at two addresses: one for everybody, and one that leads through a line
/// that can be cut.
final class Broker {

    private static final class Running {
        static final Broker BROKER = new Broker();
    }

    private final Path folder;
    private final int port;
    private final int controller;
    private final int behindLine;
    private final Line line;
    private KafkaRaftServer server;

    private Broker() {
        try {
            folder = Files.createTempDirectory("broker");
            port = freePort();
            controller = freePort();
            behindLine = freePort();
            line = new Line(behindLine);
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .run();
            server = started();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// One for all tests of this process.
    static Broker running() {
        return Running.BROKER;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private KafkaRaftServer started() {
        var settings = new HashMap<String, String>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controller,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",LINE://127.0.0.1:" + behindLine + ",CONTROLLER://127.0.0.1:"
                        + controller,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",LINE://127.0.0.1:" + line.port(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,LINE:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                folder.toString()));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor",
                "1",
                "offsets.topic.num.partitions",
                "1",
                "transaction.state.log.replication.factor",
                "1",
                "transaction.state.log.min.isr",
                "1",
                "share.coordinator.state.topic.replication.factor",
                "1",
                "share.coordinator.state.topic.min.isr",
                "1",
                "group.initial.rebalance.delay.ms",
                "0",
                "group.min.session.timeout.ms",
                "1000",
                "log.cleaner.enable",
                "false",
                "auto.create.topics.enable",
                "false"));
        var begun = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        begun.startup();
        return begun;
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    /// Where the broker is reached over the line.
    String serversOverLine() {
        return "127.0.0.1:" + line.port();
    }

    Line line() {
        return line;
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    void startAgain() {
        server = started();
    }
}
